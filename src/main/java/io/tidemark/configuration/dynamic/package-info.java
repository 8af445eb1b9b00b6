/**
 * Dynamic configurations (protocol, section 5.5): selection rules, and the trees that they select. A tree is the files' with
 * other revisions: a path is looked up there, and the rule is asked about what it finds alone.
 */
@NullMarked
package io.tidemark.configuration.dynamic;

import org.jspecify.annotations.NullMarked;

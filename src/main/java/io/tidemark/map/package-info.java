/**
 * Version maps (protocol, section 5.9): trees without headers, of what a configuration shows, or of all revisions of one file.
 * They are made of what is there when they are read.
 */
@NullMarked
package io.tidemark.map;

import org.jspecify.annotations.NullMarked;

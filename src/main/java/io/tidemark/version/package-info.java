/** Branches, labels, working resources, freezing, lineage: history as a first-class thing (protocol, section 4). */
@NullMarked
package io.tidemark.version;

import org.jspecify.annotations.NullMarked;

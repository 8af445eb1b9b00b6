/** The journal of changes: what every write records, and the order that all readers agree on. */
@NullMarked
package io.tidemark.journal;

import org.jspecify.annotations.NullMarked;

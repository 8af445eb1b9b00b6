/** What is left of deleted resources, and their end: tombstones, DESTROY, and histories that are kept short (protocol, section 4.10). */
@NullMarked
package io.tidemark.version.deletion;

import org.jspecify.annotations.NullMarked;

/** Reports on the revisions of a resource and on what its URL has shown (protocol, section 4.8). */
@NullMarked
package io.tidemark.version.lineage;

import org.jspecify.annotations.NullMarked;

/** Collection synchronisation (RFC 6578). */
@NullMarked
package io.tidemark.sync;

import org.jspecify.annotations.NullMarked;

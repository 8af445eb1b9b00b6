/** LOCK and UNLOCK, and what a lock protects (RFC 4918, sections 6 and 7). */
@NullMarked
package io.tidemark.lock;

import org.jspecify.annotations.NullMarked;

/** Stored bodies, addressed by their SHA-256. */
@NullMarked
package io.tidemark.content;

import org.jspecify.annotations.NullMarked;

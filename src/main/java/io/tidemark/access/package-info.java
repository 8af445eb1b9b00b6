/** Who asks, and in which role. */
@NullMarked
package io.tidemark.access;

import org.jspecify.annotations.NullMarked;

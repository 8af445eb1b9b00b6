/** What is remembered between requests. */
@NullMarked
package io.tidemark.kernel.memory;

import org.jspecify.annotations.NullMarked;

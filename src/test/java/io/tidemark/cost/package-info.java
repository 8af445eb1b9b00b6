/** What requests cost, in what can be counted; times are for {@code scripts/bench/}. */
@NullMarked
package io.tidemark.cost;

import org.jspecify.annotations.NullMarked;

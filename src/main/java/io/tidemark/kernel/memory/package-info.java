/** What keeps memory small: maps that forget, lists of which one page is there at a time. */
@NullMarked
package io.tidemark.kernel.memory;

import org.jspecify.annotations.NullMarked;

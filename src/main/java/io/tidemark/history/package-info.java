/** History for people: what a tree was, what changed in it, and how two of its states differ. */
@NullMarked
package io.tidemark.history;

import org.jspecify.annotations.NullMarked;

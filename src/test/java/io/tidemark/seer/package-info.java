/**
 * Two worlds that differ only in what one user may not see, and all that this user can ask: the answers must be the same. The
 * worlds are dialogues, below {@code seer/} in the test resources; those that end in {@code -hidden.dav} are held in one world
 * alone.
 */
package io.tidemark.seer;

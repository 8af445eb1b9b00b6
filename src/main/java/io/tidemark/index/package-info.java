/**
 * The indexes of a node, by which SEARCH finds: words of contents, by the content's hash, and names with what is known of what they
 * map, by the name's row. Both are made of the store alone, and made again when they are lost.
 */
@NullMarked
package io.tidemark.index;

import org.jspecify.annotations.NullMarked;

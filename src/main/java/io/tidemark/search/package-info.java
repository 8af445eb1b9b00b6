/** SEARCH (RFC 5323): finding by name, properties and words. */
@NullMarked
package io.tidemark.search;

import org.jspecify.annotations.NullMarked;

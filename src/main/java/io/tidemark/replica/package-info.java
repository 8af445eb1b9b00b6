/**
 * A local folder and a collection on a server that are kept in step, both ways: what {@code tidemark sync} does. Nothing of it
 * is in the application.
 */
@NullMarked
package io.tidemark.replica;

import org.jspecify.annotations.NullMarked;

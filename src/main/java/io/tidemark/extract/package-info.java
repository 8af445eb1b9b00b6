/**
 * Takes the words out of documents, in a process of its own: a document that is made to hurt its reader hurts nothing else. Nothing
 * of this runs in the server, whose class path has none of the parsers.
 */
@NullMarked
package io.tidemark.extract;

import org.jspecify.annotations.NullMarked;

/** The page for people as a browser gets it: files with names by content, and one document that starts them. */
@NullMarked
package io.tidemark.page;

import org.jspecify.annotations.NullMarked;

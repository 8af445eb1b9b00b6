/** Going back: folders as they were, and changes undone (docs/history.md, Go back). */
@NullMarked
package io.tidemark.history.restore;

import org.jspecify.annotations.NullMarked;

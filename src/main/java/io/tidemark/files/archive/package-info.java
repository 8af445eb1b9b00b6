/** Collections in one download, as zip or tar (docs/protocol.md, Archives). */
@NullMarked
package io.tidemark.files.archive;

import org.jspecify.annotations.NullMarked;

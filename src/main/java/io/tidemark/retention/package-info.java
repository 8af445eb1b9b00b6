/** How long revisions stay: holds, and policies that let old ones go (docs/retention.md). */
@NullMarked
package io.tidemark.retention;

import org.jspecify.annotations.NullMarked;

/** What makes one application of the rooms: its start, its settings and its checks. */
@NullMarked
package io.tidemark.app;

import org.jspecify.annotations.NullMarked;

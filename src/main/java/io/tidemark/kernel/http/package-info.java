/** HTTP: one value type per header, paths and URLs. */
@NullMarked
package io.tidemark.kernel.http;

import org.jspecify.annotations.NullMarked;

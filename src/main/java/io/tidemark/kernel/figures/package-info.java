/** What is counted as it happens, whoever reads it (docs/monitoring.md). */
@NullMarked
package io.tidemark.kernel.figures;

import org.jspecify.annotations.NullMarked;

/** Plain SQL for the reads that projections serve better than entities. */
@NullMarked
package io.tidemark.kernel.sql;

import org.jspecify.annotations.NullMarked;

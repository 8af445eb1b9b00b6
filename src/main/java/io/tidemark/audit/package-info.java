/** The audit log: a line for each request that may change something, and for each that was refused. */
@NullMarked
package io.tidemark.audit;

import org.jspecify.annotations.NullMarked;

/** What a request can be refused with: a status and the condition that explains it. */
@NullMarked
package io.tidemark.kernel.error;

import org.jspecify.annotations.NullMarked;

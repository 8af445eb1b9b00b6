/** Who asks. */
@NullMarked
package io.tidemark.kernel.caller;

import org.jspecify.annotations.NullMarked;

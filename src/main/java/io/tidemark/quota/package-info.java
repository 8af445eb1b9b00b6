/** How much may be stored through a collection (RFC 4331). */
@NullMarked
package io.tidemark.quota;

import org.jspecify.annotations.NullMarked;

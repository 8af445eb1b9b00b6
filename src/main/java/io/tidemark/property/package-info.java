/** Live properties, dead properties, PROPFIND and PROPPATCH. */
@NullMarked
package io.tidemark.property;

import org.jspecify.annotations.NullMarked;

/** One annotation per HTTP method that Jakarta REST does not know. */
@NullMarked
package io.tidemark.kernel.http.method;

import org.jspecify.annotations.NullMarked;

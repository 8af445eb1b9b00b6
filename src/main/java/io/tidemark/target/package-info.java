/** What a request is about: the request URL and its version headers, resolved. */
@NullMarked
package io.tidemark.target;

import org.jspecify.annotations.NullMarked;

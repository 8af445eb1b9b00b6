/** GET HEAD PUT DELETE MKCOL COPY MOVE OPTIONS and the BIND and MKREF families. */
@NullMarked
package io.tidemark.files;

import org.jspecify.annotations.NullMarked;

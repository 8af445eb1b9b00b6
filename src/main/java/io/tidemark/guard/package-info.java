/** What must hold before a request may act: conditional headers, the If header, and protections such as locks. */
@NullMarked
package io.tidemark.guard;

import org.jspecify.annotations.NullMarked;

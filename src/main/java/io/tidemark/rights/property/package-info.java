/** The properties that show rights (RFC 3744, section 5). */
@NullMarked
package io.tidemark.rights.property;

import org.jspecify.annotations.NullMarked;

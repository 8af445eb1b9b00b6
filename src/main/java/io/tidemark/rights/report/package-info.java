/** The reports on principals (RFC 3744, section 9). */
@NullMarked
package io.tidemark.rights.report;

import org.jspecify.annotations.NullMarked;

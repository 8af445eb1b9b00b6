/** What configurations inherit, and what somebody has to resolve of that (protocol, section 5.4). */
@NullMarked
package io.tidemark.configuration.inheritance;

import org.jspecify.annotations.NullMarked;

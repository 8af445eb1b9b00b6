/** The properties of a versioned resource and of each of its revisions (protocol, sections 4.4 and 4.9). */
@NullMarked
package io.tidemark.version.property;

import org.jspecify.annotations.NullMarked;

/** The properties of configurations (protocol, section 5.8). */
@NullMarked
package io.tidemark.configuration.property;

import org.jspecify.annotations.NullMarked;

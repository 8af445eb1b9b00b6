/** COPY between configurations (protocol, section 5.3). */
@NullMarked
package io.tidemark.configuration.merge;

import org.jspecify.annotations.NullMarked;

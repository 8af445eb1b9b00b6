/** COPY between configurations (protocol, section 5.3). */
@NullMarked
package io.tidemark.configuration.exchange;

import org.jspecify.annotations.NullMarked;

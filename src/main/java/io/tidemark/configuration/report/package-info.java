/** Reports on configurations (protocol, section 5.7). */
@NullMarked
package io.tidemark.configuration.report;

import org.jspecify.annotations.NullMarked;

/** REPORT, and the reports that other rooms add to it. */
@NullMarked
package io.tidemark.report;

import org.jspecify.annotations.NullMarked;

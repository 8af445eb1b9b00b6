/**
 * What a request must be before the application sees it, and what every answer says, whoever gives it: the container speaks
 * before the application does. Other applications of the same container feel nothing of it.
 */
@NullMarked
package io.tidemark.edge;

import org.jspecify.annotations.NullMarked;

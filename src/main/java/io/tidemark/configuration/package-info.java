/**
 * Configurations (protocol, sections 5.2 to 5.5): what they are, what their trees show, and how workspaces are written.
 */
@NullMarked
package io.tidemark.configuration;

import org.jspecify.annotations.NullMarked;

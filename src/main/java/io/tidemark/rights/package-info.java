/**
 * Who may do what in which collection (RFC 3744): lists that grant, inherited downwards. What may not be read does not
 * show, and what may not be written is not.
 */
@NullMarked
package io.tidemark.rights;

import org.jspecify.annotations.NullMarked;

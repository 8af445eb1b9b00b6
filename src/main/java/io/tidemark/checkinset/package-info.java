/**
 * Checkin sets (protocol, section 5.6): revisions that were made together. A set is a collection, whose members are those
 * revisions of files.
 */
@NullMarked
package io.tidemark.checkinset;

import org.jspecify.annotations.NullMarked;

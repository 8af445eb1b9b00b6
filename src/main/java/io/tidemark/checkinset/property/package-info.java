/** The properties of checkin sets, and of what is in them (protocol, section 5.6). */
@NullMarked
package io.tidemark.checkinset.property;

import org.jspecify.annotations.NullMarked;

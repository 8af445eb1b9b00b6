/** CHECKOUT, CHECKIN and UNCHECKOUT, and who has checked what out (protocol, sections 4.7 to 4.9). */
@NullMarked
package io.tidemark.version.checkout;

import org.jspecify.annotations.NullMarked;

/** That every unsafe request comes through the one door for writes: its conditions, locks and rights hold for each. */
@NullMarked
package io.tidemark.door;

import org.jspecify.annotations.NullMarked;

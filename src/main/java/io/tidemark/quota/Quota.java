package io.tidemark.quota;

import java.util.UUID;

/**
 * What may be stored through a collection.
 *
 * @param limit how many bytes
 * @param used how many have been, of what is still there
 */
record Quota(UUID collection, long limit, long used) {

    /** How many bytes more; none when there is more than there may be. */
    long available() {
        return Math.max(0, limit - used);
    }
}

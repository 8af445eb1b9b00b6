package io.tidemark.history.restore;

import io.tidemark.history.PastMember;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A name that is to show again what it did.
 *
 * @param past what it showed
 * @param contentDiffers whether that is more than properties
 * @param chosen the revision that somebody had chosen for the name then
 * @param with what brings it back; null where it is there now
 */
record Rewriting(
        PastMember past,
        boolean contentDiffers,
        Optional<Integer> chosen,
        @Nullable Arrival with) {}

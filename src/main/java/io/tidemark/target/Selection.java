package io.tidemark.target;

import io.tidemark.namespace.BranchPosition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which revision a request has chosen, instead of what a plain one gets.
 *
 * @param position the branch that was chosen, of which it is the newest; null when the revision itself was
 * @param moment the time that a collection's members are shown at; null for now
 */
public record Selection(
        @Nullable BranchPosition position, @Nullable Instant moment) {

    /** One revision. */
    public static final Selection REVISION = new Selection(null, null);

    /** The newest of a branch. */
    public static Selection of(BranchPosition position) {
        return new Selection(position, null);
    }

    /** A collection, and all below it, at a time. */
    public static Selection at(Instant moment) {
        return new Selection(null, moment);
    }

    /** Whether the revision itself was chosen. */
    public boolean exact() {
        return position == null;
    }
}

package io.tidemark.namespace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the collections that a workspace lays on top of each other where it shows one. The nearest is the workspace's own;
 * the others are those of the trees that it is derived from.
 *
 * @param collection the collection
 * @param depth how far the tree that it is in is from the workspace: 0 for the workspace's own
 * @param asOf when it is looked at: what came later does not show
 * @param keptFrom what was taken out after this still shows; null where it does not
 */
public record Layer(
        UUID collection, int depth, Instant asOf, @Nullable Instant keptFrom) {

    /** {@link #asOf} of what shows as it is. */
    public static final Instant NOW = Instant.parse("9999-12-31T00:00:00Z");

    /** Whether it is in the tree that the workspace writes. */
    public boolean own() {
        return depth == 0;
    }

    /** Whether changes show. */
    public boolean isLive() {
        return asOf.equals(NOW);
    }

    /** The same collection as it was at a time; as it is looked at now, if that shows an earlier one. */
    public Layer at(Instant moment) {
        return moment.isBefore(asOf) ? new Layer(collection, depth, moment, keptFrom) : this;
    }

    /** Another collection, looked at in the same way. */
    Layer at(UUID other) {
        return new Layer(other, depth, asOf, keptFrom);
    }

    /** Whether a name that hides what is in the layers below does so here. */
    boolean isHiding(@Nullable Instant hiddenAt) {
        return hiddenAt != null && !hiddenAt.isAfter(asOf) && (keptFrom == null || !hiddenAt.isAfter(keptFrom));
    }
}

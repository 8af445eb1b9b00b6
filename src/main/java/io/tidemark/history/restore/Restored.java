package io.tidemark.history.restore;

import io.tidemark.target.FilesTarget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What going back has done to a tree, or would do.
 *
 * @param effects what was done, by its kind
 * @param skipped the URLs of what was left as it is
 * @param change the change that did it; null where nothing was changed
 */
record Restored(
        Map<Kind, Effects> effects,
        List<String> skipped,
        @Nullable UUID change) {

    /** How many members an answer describes, of each kind. */
    private static final int DESCRIBED = 100;

    /** What can be done to a member. */
    enum Kind {
        ADDED,
        REMOVED,
        MODIFIED,
        MOVED
    }

    /**
     * A member.
     *
     * @param at what is, or was, there
     * @param what one word for what was done
     * @param from the URL that it came from; null for what was not moved
     */
    record Item(FilesTarget at, String what, @Nullable String from) {}

    /** What was done to several members: how many, and the first of them. */
    static final class Effects {

        private int count;
        private final List<Item> first = new ArrayList<>();

        private void add(Item item) {
            count++;
            if (first.size() < DESCRIBED) {
                first.add(item);
            }
        }

        int count() {
            return count;
        }

        List<Item> first() {
            return first;
        }
    }

    /** What a plan does. */
    static Restored by(Plan plan, List<String> skipped, @Nullable UUID change) {
        Map<Kind, Effects> effects = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            effects.put(kind, new Effects());
        }
        for (Arrival arrival : plan.arrivals()) {
            FilesTarget at = arrival.past().target();
            FilesTarget from = arrival.from();
            if (from != null) {
                of(effects, Kind.MOVED).add(new Item(at, "moved", from.href()));
            } else {
                of(effects, Kind.ADDED).add(new Item(at, "bound", null));
                arrival.companions()
                        .forEach(companion -> of(effects, Kind.ADDED).add(new Item(companion, "bound", null)));
            }
        }
        Set<FilesTarget> moved = Collections.newSetFromMap(new IdentityHashMap<>());
        plan.arrivals().stream().map(Arrival::from).filter(Objects::nonNull).forEach(moved::add);
        for (Departure departure : plan.departures()) {
            boolean moves = moved.contains(departure.from());
            boolean wasGone = departure.within() != null && departure.within().from() == null;
            if (!moves && !wasGone) {
                of(effects, Kind.REMOVED).add(new Item(departure.from(), "removed", null));
            }
        }
        for (Rewriting rewriting : plan.rewritings()) {
            if (rewriting.with() == null || (rewriting.with().from() != null && isBelow(rewriting))) {
                String what = rewriting.contentDiffers() ? "modified" : "properties";
                of(effects, Kind.MODIFIED).add(new Item(rewriting.past().target(), what, null));
            }
        }
        return new Restored(effects, skipped, change);
    }

    private static Effects of(Map<Kind, Effects> effects, Kind kind) {
        return effects.computeIfAbsent(kind, none -> new Effects());
    }

    private static boolean isBelow(Rewriting rewriting) {
        return rewriting.with() != null && !rewriting.with().past().equals(rewriting.past());
    }
}

package io.tidemark.history;

import io.tidemark.history.Difference.Kind;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.target.ConfiguredTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes through two states side by side, by name, and tells what differs; down from each pair of collections of one name, as
 * long as the two may differ (ADR 0033). What is in one state alone is looked for in the other one: if it is there under
 * another name, it was moved.
 */
final class Comparison {

    private static final String BEFORE_ALL_NAMES = "\u0001";

    private final TreeState from;
    private final TreeState to;
    private final CompareReader reader;
    private final boolean identities;
    private final ComparePlace after;
    private final boolean begins;
    private final DavPath path;
    private final Teller teller;

    /** Takes differences; says whether it takes more. */
    @FunctionalInterface
    interface Teller {

        /** Takes one. */
        boolean tell(Difference difference);
    }

    /**
     * A comparison.
     *
     * @param path what is compared, as the request calls it
     * @param after what has been told already
     */
    Comparison(
            TreeState from,
            TreeState to,
            DavPath path,
            Optional<ComparePlace> after,
            CompareReader reader,
            Teller teller) {
        this.from = from;
        this.to = to;
        this.path = path;
        this.reader = reader;
        this.identities = reader.sharesIdentities(from, to);
        this.after = after.orElse(new ComparePlace(List.of()));
        this.teller = teller;
        this.begins = after.isEmpty();
    }

    /** Tells what differs, until nobody takes more. */
    void run() {
        PastMember before = reader.of(from);
        PastMember now = reader.of(to);
        Place top = new Place(List.of(), List.of());
        if ((!begins || both(top, before, now)) && before.target().isCollection()) {
            below(top, before, now);
        }
    }

    /** Where two members are, or would be: below what is compared, in the new state and in the old one. */
    private record Place(List<String> now, List<String> before) {

        Place child(String name) {
            return new Place(and(now, name), and(before, name));
        }

        private static List<String> and(List<String> names, String name) {
            List<String> all = new ArrayList<>(names);
            all.add(name);
            return all;
        }
    }

    private boolean below(Place place, @Nullable PastMember before, @Nullable PastMember now) {
        String start = isAlong(place.now()) ? after.name(place.now().size()) : "";
        for (NamePair pair : reader.pairs(in(before), from, in(now), to, start)) {
            if (!visit(place.child(pair.name()), pair.before(), pair.after())) {
                return false;
            }
        }
        return true;
    }

    /** Whether an earlier answer ended somewhere below. */
    private boolean isAlong(List<String> names) {
        return names.size() < after.names().size()
                && after.names().subList(0, names.size()).equals(names);
    }

    private static @Nullable PastMember in(@Nullable PastMember member) {
        return member != null && member.target().isCollection() ? member : null;
    }

    /** Tells of the members of one name, and goes on below them. */
    private boolean visit(Place place, @Nullable PastMember before, @Nullable PastMember now) {
        if (before != null && now != null && (!identities || isSame(before, now))) {
            return both(place, before, now) && below(place, before, now);
        }
        Optional<List<String>> origin = elsewhere(from, now);
        // What is elsewhere by now is told there.
        PastMember gone = elsewhere(to, before).isPresent() ? null : before;
        if (now != null && origin.isPresent()) {
            return moved(place, origin.get(), now) && replaced(place, gone) && belowMoved(place, origin.get(), now);
        }
        if (gone == null && now == null) {
            return true;
        }
        Kind kind = gone == null ? Kind.ADDED : now == null ? Kind.REMOVED : Kind.MODIFIED;
        List<String> names = now == null ? place.before() : place.now();
        return tell(place, new Difference(place.now(), names, kind, gone, now, null, kind == Kind.MODIFIED))
                && below(place, gone, now);
    }

    private boolean moved(Place place, List<String> origin, PastMember now) {
        PastMember there = reader.at(from, origin).orElse(null);
        return tell(place, new Difference(place.now(), place.now(), Kind.MOVED, there, now, path(origin, now), false));
    }

    private boolean belowMoved(Place place, List<String> origin, PastMember now) {
        PastMember there = reader.at(from, origin).orElse(null);
        return below(new Place(place.now(), origin), there, now);
    }

    /** What was moved to a name has taken it from something that has gone: that is told of behind it. */
    private boolean replaced(Place place, @Nullable PastMember gone) {
        if (gone == null) {
            return true;
        }
        Place behind = new Place(place.child(BEFORE_ALL_NAMES).now(), place.before());
        return tell(behind, new Difference(behind.now(), place.before(), Kind.REMOVED, gone, null, null, false))
                && below(behind, gone, null);
    }

    private Optional<List<String>> elsewhere(TreeState state, @Nullable PastMember member) {
        return member == null || !identities || isLayered(member)
                ? Optional.empty()
                : reader.find(state, member.target().mapped());
    }

    /** A workspace makes a collection of its own where it has shown another one. */
    private static boolean isLayered(PastMember member) {
        return member.target() instanceof ConfiguredTarget && member.target().isCollection();
    }

    private static boolean isSame(PastMember before, PastMember now) {
        boolean layered = isLayered(before) || isLayered(now);
        return before.target().mapped().id().equals(now.target().mapped().id())
                || (layered && before.target().isCollection() && now.target().isCollection());
    }

    /** Tells of a member that both states have. */
    private boolean both(Place place, PastMember before, PastMember now) {
        Kind kind = reader.kind(before, from, now, to);
        return kind == null || tell(place, new Difference(place.now(), place.now(), kind, before, now, null, false));
    }

    private boolean tell(Place place, Difference difference) {
        return (!begins && !after.isBefore(place.now())) || teller.tell(difference);
    }

    private DavPath path(List<String> names, PastMember member) {
        DavPath at = path;
        for (String name : names) {
            at = at.child(name, true);
        }
        return at.asCollection(member.target().isCollection());
    }
}

package io.tidemark.history.restore;

import io.tidemark.history.PastMember;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Ancestors;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.NamedTarget;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Where collections will be when changes have been taken back: where they are now, or where they come back to. After {@code MOVE /a/ /b/}
 * and a change in {@code /b/}, both taken back, that change is undone in {@code /a/}.
 */
final class Destinations {

    private static final int MOST_WAYS = 100;

    private final Ancestors ancestors;
    private final FilesTarget top;
    private final Map<UUID, TouchedName> back = new HashMap<>();
    private final Set<Name> freed = new HashSet<>();
    private final Set<UUID> asked = new HashSet<>();

    /** A name in a collection. */
    private record Name(UUID collection, String name) {}

    /**
     * Destinations.
     *
     * @param top the collection that the changes are taken back in, which stays where it is
     */
    Destinations(Ancestors ancestors, FilesTarget top) {
        this.ancestors = ancestors;
        this.top = top;
    }

    /** Notes that a collection comes back to a name. */
    void comesBack(UUID collection, TouchedName name) {
        back.putIfAbsent(collection, name);
    }

    /** Notes that what stands at a name now leaves it. */
    void leaves(TouchedName name) {
        freed.add(new Name(name.collection(), name.name()));
    }

    /**
     * A member of the files at the URL that it will have; empty where its collection will be nowhere. A workspace is written where it
     * is.
     */
    Optional<PastMember> placed(PastMember past, TouchedName name) {
        return past.target() instanceof NamedTarget named
                ? of(name.collection())
                        .map(collection -> named.at(collection.child(name.name(), false)))
                        .map(target -> new PastMember(target, past.contentKept()))
                : Optional.of(past);
    }

    private Optional<DavPath> of(UUID collection) {
        TouchedName name = back.get(collection);
        // Changes of several times may have put each of two collections into the other.
        if (name == null || !asked.add(collection)) {
            return now(collection);
        }
        Optional<DavPath> path = of(name.collection()).map(above -> above.child(name.name(), true));
        asked.remove(collection);
        return path;
    }

    /** Along names that stay, from the topmost collection or one that comes back. */
    private Optional<DavPath> now(UUID collection) {
        Set<UUID> from = new HashSet<>(back.keySet());
        from.removeAll(asked);
        from.add(top.layers().get(0).collection());
        return ancestors.waysFrom(from, collection, MOST_WAYS).stream()
                .filter(this::stays)
                .findFirst()
                .flatMap(this::along);
    }

    private Optional<DavPath> along(Ancestors.Way way) {
        Optional<DavPath> begin = back.containsKey(way.top()) ? of(way.top()) : Optional.of(top.path());
        return begin.map(path -> {
            DavPath at = path;
            for (String step : way.names()) {
                at = at.child(step, true);
            }
            return at;
        });
    }

    private boolean stays(Ancestors.Way way) {
        return IntStream.range(0, way.names().size())
                .noneMatch(step -> freed.contains(
                        new Name(way.collections().get(step), way.names().get(step))));
    }
}

package io.tidemark.map;

import io.tidemark.kernel.http.RevisionId;
import io.tidemark.map.Place.Entry;
import io.tidemark.map.VersionMap.OfRevisions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * {@code DAV:detailedmap}: each revision's folder is in that of the revision which it follows. Where paths would become longer
 * than the server takes, folders show their file alone.
 */
@ApplicationScoped
class DetailedLayout implements Layout {

    /** A folder is only shown if its file has a path, too. */
    private static final int ROOM_FOR_A_FOLDER = 2;

    @Inject
    private GraphRepository graph;

    @Override
    public Optional<Place> find(OfRevisions map, List<String> names) {
        if (names.isEmpty()) {
            return Optional.of(new Place.Root());
        }
        int last = names.size() - 1;
        boolean file = names.get(last).equals(fileName(map));
        return line(map, file ? names.subList(0, last) : names)
                .map(number -> file ? new Place.File(number) : new Place.OfRevision(number));
    }

    /** The last revision of a line that begins where the graph does. */
    private Optional<Integer> line(OfRevisions map, List<String> names) {
        List<Integer> numbers = new ArrayList<>();
        for (String name : names) {
            OptionalInt number = RevisionId.number(name);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            numbers.add(number.getAsInt());
        }
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, @Nullable Integer> predecessors = graph.predecessors(map.resource(), numbers);
        Integer before = null;
        for (Integer number : numbers) {
            if (!predecessors.containsKey(number) || !Objects.equals(predecessors.get(number), before)) {
                return Optional.empty();
            }
            before = number;
        }
        return Optional.ofNullable(before);
    }

    @Override
    public List<Entry> entries(OfRevisions map, Place folder, String after, int limit, int room) {
        List<Entry> entries = new ArrayList<>();
        Integer number = folder instanceof Place.OfRevision of ? (Integer) of.number() : null;
        if (number != null && after.isEmpty()) {
            entries.add(new Entry(fileName(map), new Place.File(number)));
        }
        if (room >= ROOM_FOR_A_FOLDER && entries.size() < limit) {
            graph.followers(map.resource(), number, RevisionId.number(after).orElse(0), limit - entries.size())
                    .forEach(next -> entries.add(new Entry(RevisionId.of(next), new Place.OfRevision(next))));
        }
        return entries;
    }

    /** A file that is called like a revision would be in the way of its folder. */
    private static String fileName(OfRevisions map) {
        return RevisionId.number(map.fileName()).isPresent() ? '_' + map.fileName() : map.fileName();
    }
}

package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.ShownRevision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what many paths below one collection name, level by level: one statement looks for a hundred names. */
@ApplicationScoped
public class TreeRepository {

    /** Few enough that PostgreSQL looks each name up in the index, whatever it thinks of the table. */
    private static final int NAMES = 100;

    private static final String NAME = "(cast(? as uuid), cast(? as varchar))";
    private static final String FIND = "select m.id, m.collection_id, m.name, " + ResourceView.COLUMNS
            + " from (values %s) w (collection_id, name)"
            + " join member m on m.collection_id = w.collection_id and m.name = w.name"
            + " left join resource r on r.id = m.resource_id"
            + " left" + ShownRevision.JOIN_NOW;
    private static final String FIND_ALL = statement(NAMES);

    @Inject
    private Sql sql;

    private record Place(UUID collection, String name) {}

    private record Found(long memberId, @Nullable ResourceView resource) {}

    /**
     * What paths name, and what each collection on the way to them is.
     *
     * @param collection what all the paths are below
     * @param paths written without a slash at their ends
     */
    public FoundTargets resolve(FilesTarget collection, Collection<DavPath> paths) {
        int base = collection.path().segments().size();
        Map<DavPath, FilesTarget> targets = new HashMap<>();
        targets.put(collection.path().asCollection(false), collection);
        SortedMap<Integer, Set<DavPath>> levels = new TreeMap<>();
        for (DavPath path : paths) {
            for (int depth = path.segments().size(); depth > base; depth--) {
                levels.computeIfAbsent(depth, level -> new HashSet<>())
                        .add(DavPath.of(path.segments().subList(0, depth), false));
            }
        }
        FoundTargets found = new FoundTargets(targets);
        levels.values().forEach(level -> resolveLevel(level, found, targets));
        return found;
    }

    private void resolveLevel(Set<DavPath> level, FoundTargets above, Map<DavPath, FilesTarget> targets) {
        List<Place> places = new ArrayList<>();
        level.forEach(path -> {
            FilesTarget parent = above.at(path.parent());
            if (parent.isCollection()) {
                places.add(new Place(parent.mapped().id(), path.name()));
            }
        });
        Map<Place, Found> found = new HashMap<>();
        for (int from = 0; from < places.size(); from += NAMES) {
            find(places.subList(from, Math.min(from + NAMES, places.size())), found);
        }
        level.forEach(path -> targets.put(path, target(path, above.at(path.parent()), found)));
    }

    private static FilesTarget target(DavPath path, FilesTarget parent, Map<Place, Found> found) {
        if (!parent.isCollection()) {
            return NamedTarget.missing(path, parent.lineage());
        }
        Parent collection = parent.asParent();
        Found member = found.get(new Place(collection.id(), path.name()));
        ResourceView resource = member == null ? null : member.resource();
        return new NamedTarget(
                path.asCollection(resource != null && resource.collection()),
                parent.lineage(),
                collection,
                member == null ? null : member.memberId(),
                resource);
    }

    private void find(List<Place> places, Map<Place, Found> found) {
        List<Object> parameters = new ArrayList<>();
        places.forEach(place -> Collections.addAll(parameters, place.collection(), place.name()));
        sql.list(
                places.size() == NAMES ? FIND_ALL : statement(places.size()),
                row -> found.put(
                        new Place(row.getObject(2, UUID.class), row.getString(3)),
                        new Found(row.getLong(1), ResourceView.read(row, 4))),
                parameters.toArray());
    }

    private static String statement(int names) {
        return FIND.formatted(String.join(", ", Collections.nCopies(names, NAME)));
    }
}

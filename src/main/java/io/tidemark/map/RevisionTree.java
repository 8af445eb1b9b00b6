package io.tidemark.map;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.map.VersionMap.OfRevisions;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.FixedCollection;
import io.tidemark.target.Nothing;
import io.tidemark.target.RevisionTarget;
import io.tidemark.target.RevisionViewRepository;
import io.tidemark.target.Selection;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tree that a map of revisions is. */
@ApplicationScoped
class RevisionTree {

    @Inject
    private DetailedLayout detailed;

    @Inject
    private BranchLayout branches;

    @Inject
    private GraphRepository graph;

    @Inject
    private RevisionViewRepository views;

    /** What names below the map lead to. */
    Target resolve(OfRevisions map, DavPath path, List<String> names) {
        return layout(map)
                .find(map, names)
                .flatMap(place -> target(map, path, place))
                .orElseGet(() -> new Nothing(path));
    }

    private Optional<Target> target(OfRevisions map, DavPath path, Place place) {
        if (!(place instanceof Place.File file)) {
            return Optional.of(new FixedCollection(path.asCollection(true)));
        }
        return views.view(map.resource(), file.number()).map(view -> file(path, view));
    }

    private static Target file(DavPath path, ResourceView view) {
        return new RevisionTarget(path.asCollection(false), List.of(), view, Selection.REVISION);
    }

    /** A page of the members of a folder. */
    List<Target> members(OfRevisions map, DavPath folder, List<String> names, String after, int limit) {
        Place place = layout(map).find(map, names).orElse(null);
        if (place == null) {
            return List.of();
        }
        int room = DavPath.MAX_SEGMENTS - folder.segments().size();
        List<Target> members = new ArrayList<>();
        for (Place.Entry entry : layout(map).entries(map, place, after, limit, room)) {
            target(map, folder.child(entry.name(), false), entry.place()).ifPresent(members::add);
        }
        return members;
    }

    /** How many names there are below a folder of the map, at most. */
    int size(OfRevisions map, List<String> names) {
        boolean leaf = map.style() != MapStyle.DETAILED
                && layout(map).find(map, names).orElse(null) instanceof Place.OfRevision;
        return leaf ? 1 : 2 * graph.count(map.resource());
    }

    private Layout layout(OfRevisions map) {
        return map.style() == MapStyle.DETAILED ? detailed : branches;
    }
}

package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Ancestors;
import io.tidemark.namespace.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says at which path a resource can be reached. */
@ApplicationScoped
public class PathFinder {

    /** The subtree of the checkin sets. */
    public static final String CHECKINSETS = "checkinsets";

    @Inject
    private Ancestors ancestors;

    /** A path at which a collection can be reached; empty when no name leads to it any more. */
    public Optional<DavPath> pathOf(UUID collection) {
        return ancestors.way(collection).map(PathFinder::path);
    }

    /** Where a way leads from the root of a tree. */
    public static DavPath path(Ancestors.Way way) {
        List<String> segments = new ArrayList<>();
        if (way.top().equals(Resource.FILES)) {
            segments.add(FilesSubtree.NAME);
        } else if (way.top().equals(Resource.CHECKINSETS)) {
            segments.add(CHECKINSETS);
        } else {
            segments.addAll(List.of(ConfigurationPath.NAME, way.top().toString()));
        }
        segments.addAll(way.names());
        return DavPath.of(segments, true);
    }
}

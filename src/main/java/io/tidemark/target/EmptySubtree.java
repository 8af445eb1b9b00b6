package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import java.util.List;

/** An entry of the context root below which there is nothing yet. */
public abstract class EmptySubtree implements Subtree {

    @Override
    public Target resolve(DavPath path) {
        return path.segments().size() == 1 ? new FixedCollection(path.asCollection(true)) : new Nothing(path);
    }

    @Override
    public List<? extends Target> members(Target collection, String after, int limit) {
        return List.of();
    }

    @Override
    public int countBelow(Target collection, int limit) {
        return 0;
    }
}

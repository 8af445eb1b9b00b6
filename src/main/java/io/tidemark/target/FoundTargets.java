package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What many paths below a collection name, and what each collection on the way to them is; the collection itself, too. A path
 * is the same with a slash at its end and without.
 */
public final class FoundTargets {

    private final Map<DavPath, FilesTarget> targets;

    /** What was found, each by its path without a slash. */
    FoundTargets(Map<DavPath, FilesTarget> targets) {
        this.targets = targets;
    }

    /**
     * What one of the paths names, or is on the way to one.
     *
     * @throws IllegalArgumentException for any other path
     */
    public FilesTarget at(DavPath path) {
        FilesTarget target = targets.get(path.asCollection(false));
        if (target == null) {
            throw new IllegalArgumentException("Nobody has looked for " + path.href());
        }
        return target;
    }

    /** What some paths name, in their order. */
    public List<FilesTarget> at(Collection<DavPath> paths) {
        return paths.stream().map(this::at).toList();
    }

    /** The nearest that is there: at a path, or above it. */
    public FilesTarget nearest(DavPath path) {
        FilesTarget target = at(path);
        return target.isMapped() ? target : nearest(path.parent());
    }

    /** All of them. */
    public Collection<FilesTarget> all() {
        return targets.values();
    }
}

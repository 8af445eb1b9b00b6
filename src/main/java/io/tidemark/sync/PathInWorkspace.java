package io.tidemark.sync;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.target.Configured;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A way down through what a workspace shows, which remembers where it has been: the next path is mostly near the last. */
final class PathInWorkspace {

    private final ConfiguredTrees trees;
    private final FilesTarget begin;
    private final List<FilesTarget> chain = new ArrayList<>();

    /** A way that leads through a collection. */
    PathInWorkspace(ConfiguredTrees trees, FilesTarget begin) {
        this.trees = trees;
        this.begin = begin;
        chain.add(begin);
    }

    /** The collections from the workspace's root to the one that the way began with. */
    List<FilesTarget> chain() {
        Configured configured = Objects.requireNonNull(begin.configured());
        DavPath root = begin.path();
        while (!new FilesTarget(root, List.of(), null, null, null).isRoot()) {
            root = root.parent();
        }
        List<FilesTarget> down = new ArrayList<>(List.of(trees.resolve(configured.configuration(), root, List.of())));
        for (String name : begin.path()
                .segments()
                .subList(root.segments().size(), begin.path().segments().size())) {
            down.add(member(down.get(down.size() - 1), name));
        }
        return down;
    }

    /** What the workspace shows at a path below the collection that the way began with. */
    FilesTarget at(DavPath path) {
        int base = begin.path().segments().size();
        List<String> names = path.segments().subList(base, path.segments().size());
        int same = 0;
        while (same < names.size()
                && same + 1 < chain.size()
                && chain.get(same + 1).path().name().equals(names.get(same))) {
            same++;
        }
        chain.subList(same + 1, chain.size()).clear();
        for (String name : names.subList(same, names.size())) {
            chain.add(member(chain.get(chain.size() - 1), name));
        }
        return chain.get(chain.size() - 1);
    }

    private FilesTarget member(FilesTarget collection, String name) {
        Shown shown = trees.shown(collection, List.of(name)).get(name);
        return shown == null
                ? new FilesTarget(collection.path().child(name, false), List.of(), null, null, null)
                : shown.target();
    }
}

package io.tidemark.sync;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.target.Configured;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Shown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The way by which a URL leads to a collection that a workspace shows. */
@ApplicationScoped
class PathInWorkspace {

    @Inject
    private ConfiguredTrees trees;

    @Inject
    private WorkspaceReader reader;

    /** The collection at a path as it is now, which may be no collection any more. */
    FilesTarget again(FilesTarget collection) {
        List<FilesTarget> chain = chain(collection);
        return chain.get(chain.size() - 1);
    }

    /**
     * What every step has led to in each tree, and since when. It changes whenever the collection comes to be made of
     * something else; but not when the workspace only gets a collection of its own for what it has shown all the time.
     */
    String composition(FilesTarget collection) {
        List<FilesTarget> chain = chain(collection);
        StringBuilder composition = new StringBuilder();
        for (int i = 1; i < chain.size(); i++) {
            for (SheetRow row :
                    reader.rows(chain.get(i - 1), chain.get(i).path().name())) {
                if (row.resource() == null || row.marks().mapped() > 0) {
                    composition
                            .append(row.id())
                            .append(row.resource())
                            .append(
                                    row.resource() == null
                                            ? row.marks().number()
                                            : row.marks().mapped())
                            .append('/');
                }
            }
        }
        return composition.toString();
    }

    /** The collections from the workspace's root down. */
    private List<FilesTarget> chain(FilesTarget collection) {
        Configured configured = Objects.requireNonNull(collection.configured());
        DavPath root = collection.path();
        while (!new FilesTarget(root, List.of(), null, null, null).isRoot()) {
            root = root.parent();
        }
        List<FilesTarget> down = new ArrayList<>(List.of(trees.resolve(configured.configuration(), root, List.of())));
        List<String> names = collection.path().segments();
        for (String name : names.subList(root.segments().size(), names.size())) {
            down.add(member(down.get(down.size() - 1), name));
        }
        return down;
    }

    private FilesTarget member(FilesTarget collection, String name) {
        Shown shown = collection.isCollection()
                ? trees.shown(collection, List.of(name)).get(name)
                : null;
        return shown == null
                ? new FilesTarget(collection.path().child(name, false), List.of(), null, null, null)
                : shown.target();
    }
}

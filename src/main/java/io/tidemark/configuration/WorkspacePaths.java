package io.tidemark.configuration;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Overlay;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.Sheet;
import io.tidemark.namespace.Versioning;
import io.tidemark.namespace.WorkspacePath;
import io.tidemark.namespace.WorkspacePath.Step;
import io.tidemark.namespace.WorkspacePathRepository;
import io.tidemark.target.Configured;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.PathRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what paths name in a workspace with one statement, as {@link WorkspaceTree} does name by name. */
@ApplicationScoped
class WorkspacePaths {

    @Inject
    private WorkspacePathRepository paths;

    /** A tree, with the collection in it that a path has led to so far, and the next name. */
    private record Lying(WorkspacePath path, Sheet sheet, int depth) implements Overlay.Entry {

        private Step step() {
            return path.steps().get(depth);
        }

        @Override
        public @Nullable Long row() {
            return step().memberId();
        }

        @Override
        public @Nullable UUID mapped() {
            return step().resource();
        }

        @Override
        public boolean isCollection() {
            return step().collection();
        }

        @Override
        public boolean hides() {
            return step().hides();
        }

        Lying next() {
            return new Lying(path, below(), depth + 1);
        }
    }

    /**
     * How names below a workspace's root lead through its trees, for {@link #resolve}.
     *
     * @param withBody whether a small body is to be brought along
     * @return no trees where there is no such workspace; empty where one statement does not find it
     */
    Optional<List<WorkspacePath>> walk(UUID workspace, List<String> names, boolean withBody) {
        return paths.walk(workspace, names, withBody);
    }

    /**
     * What names below a workspace's root lead to.
     *
     * @param path the path that the target is to have
     * @param trees how they do, through one tree at least
     */
    static PathRepository.Read resolve(UUID workspace, DavPath path, List<WorkspacePath> trees) {
        int last = trees.get(0).steps().size() - 1;
        boolean restricted = trees.get(0).restricted();
        List<Lying> open =
                trees.stream().map(tree -> new Lying(tree, tree.root(), 0)).toList();
        List<UUID> ancestors = new ArrayList<>(List.of(workspace));
        Versioning above = Versioning.AUTOMATIC;
        for (int depth = 0; depth < last; depth++) {
            List<Lying> found = Overlay.of(open).collections();
            if (found.isEmpty()) {
                Configured nothing = new Configured(workspace, List.of());
                FilesTarget missing = new FilesTarget(path, ancestors, null, null, null, null, nothing);
                return new PathRepository.Read(missing, null, workspace, restricted);
            }
            open = found.stream().map(Lying::next).toList();
            ancestors.add(open.get(0).sheet().collection());
            above = found.get(0).step().versioning();
        }
        Overlay<Lying> found = Overlay.of(open);
        WorkspacePath nearest = found.shown() == null ? null : found.shown().path();
        ResourceView shown = nearest == null ? null : nearest.shown();
        FilesTarget target = new FilesTarget(
                path.asCollection(shown == null ? path.slash() : shown.collection()),
                ancestors,
                Overlay.parent(open.stream().map(Lying::sheet).toList(), above),
                found.ownRow(),
                shown,
                null,
                new Configured(workspace, found.sheets()));
        return new PathRepository.Read(target, nearest == null ? null : nearest.body(), workspace, restricted);
    }
}

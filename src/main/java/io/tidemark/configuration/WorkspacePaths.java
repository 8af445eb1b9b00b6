package io.tidemark.configuration;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.Sheet;
import io.tidemark.namespace.Versioning;
import io.tidemark.namespace.WorkspacePath;
import io.tidemark.namespace.WorkspacePath.Step;
import io.tidemark.namespace.WorkspacePathRepository;
import io.tidemark.target.Configured;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what paths name in a workspace with one statement, as {@link WorkspaceTree} does name by name. */
@ApplicationScoped
class WorkspacePaths {

    @Inject
    private WorkspacePathRepository paths;

    /** A tree, with the collection in it that a path has led to so far. */
    private record Lying(WorkspacePath path, Sheet sheet) {

        Step step(int depth) {
            return path.steps().get(depth);
        }
    }

    /** What shows at a name: that of the nearest tree that has it, and what lies behind it of the same collection. */
    private record Found(@Nullable Lying nearest, List<Lying> below) {}

    /**
     * What names below a workspace's root lead to.
     *
     * @param path the path that the target is to have
     * @return empty where one statement does not find it, or there is no such workspace
     */
    Optional<FilesTarget> resolve(UUID workspace, DavPath path, List<String> names) {
        return paths.walk(workspace, names)
                .filter(trees -> !trees.isEmpty())
                .map(trees -> resolve(workspace, path, names.size() - 1, trees));
    }

    private static FilesTarget resolve(UUID workspace, DavPath path, int last, List<WorkspacePath> trees) {
        List<Lying> open =
                trees.stream().map(tree -> new Lying(tree, tree.root())).toList();
        List<UUID> ancestors = new ArrayList<>(List.of(workspace));
        Versioning above = WorkspaceTree.VERSIONED;
        for (int depth = 0; depth < last; depth++) {
            Found found = look(open, depth);
            if (found.below().isEmpty()) {
                return new FilesTarget(path, ancestors, null, null, null, null, new Configured(workspace, List.of()));
            }
            Step step = found.below().get(0).step(depth);
            ancestors.add(Objects.requireNonNull(step.resource()));
            above = step.versioning();
            open = found.below();
        }
        return target(workspace, path, ancestors, parent(open.get(0).sheet(), above), open, last);
    }

    private static FilesTarget target(
            UUID workspace, DavPath path, List<UUID> ancestors, Parent parent, List<Lying> open, int last) {
        Found found = look(open, last);
        Lying from = found.nearest() == null
                ? open.stream()
                        .filter(tree -> tree.step(last).memberId() != null)
                        .findFirst()
                        .orElse(null)
                : found.nearest();
        ResourceView shown =
                found.nearest() == null ? null : found.nearest().path().shown();
        return new FilesTarget(
                path.asCollection(shown == null ? path.slash() : shown.collection()),
                ancestors,
                parent,
                from != null && from.sheet().own() ? from.step(last).memberId() : null,
                shown,
                null,
                new Configured(
                        workspace, found.below().stream().map(Lying::sheet).toList()));
    }

    private static Found look(List<Lying> open, int depth) {
        Lying nearest = null;
        List<Lying> below = new ArrayList<>();
        for (Lying tree : open) {
            Step step = tree.step(depth);
            if (step.resource() != null) {
                if (nearest != null && !step.collection()) {
                    break;
                }
                nearest = nearest == null ? tree : nearest;
                if (!step.collection()) {
                    break;
                }
                Sheet sheet = tree.sheet();
                below.add(new Lying(
                        tree.path(), new Sheet(step.resource(), sheet.layer(), sheet.asOf(), sheet.keptFrom())));
            }
            if (step.hides()) {
                break;
            }
        }
        return new Found(nearest, below);
    }

    private static Parent parent(Sheet nearest, Versioning versioning) {
        return nearest.own()
                ? new Parent(nearest.collection(), versioning, true)
                : new Parent(nearest.collection(), WorkspaceTree.VERSIONED);
    }
}

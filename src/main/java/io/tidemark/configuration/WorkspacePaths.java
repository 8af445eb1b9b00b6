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
import io.tidemark.target.PathRepository;
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
        List<Lying> open =
                trees.stream().map(tree -> new Lying(tree, tree.root())).toList();
        List<UUID> ancestors = new ArrayList<>(List.of(workspace));
        Versioning above = WorkspaceTree.VERSIONED;
        for (int depth = 0; depth < last; depth++) {
            Found found = look(open, depth);
            if (found.below().isEmpty()) {
                Configured nothing = new Configured(workspace, List.of());
                return new PathRepository.Read(
                        new FilesTarget(path, ancestors, null, null, null, null, nothing),
                        null,
                        workspace,
                        trees.get(0).restricted());
            }
            Step step = found.below().get(0).step(depth);
            ancestors.add(Objects.requireNonNull(step.resource()));
            above = step.versioning();
            open = found.below();
        }
        return target(workspace, path, ancestors, parent(open.get(0).sheet(), above), open, last);
    }

    private static PathRepository.Read target(
            UUID workspace, DavPath path, List<UUID> ancestors, Parent parent, List<Lying> open, int last) {
        Found found = look(open, last);
        Lying from = found.nearest() == null
                ? open.stream()
                        .filter(tree -> tree.step(last).memberId() != null)
                        .findFirst()
                        .orElse(null)
                : found.nearest();
        WorkspacePath nearest = found.nearest() == null ? null : found.nearest().path();
        ResourceView shown = nearest == null ? null : nearest.shown();
        FilesTarget target = new FilesTarget(
                path.asCollection(shown == null ? path.slash() : shown.collection()),
                ancestors,
                parent,
                from != null && from.sheet().own() ? from.step(last).memberId() : null,
                shown,
                null,
                new Configured(
                        workspace, found.below().stream().map(Lying::sheet).toList()));
        return new PathRepository.Read(
                target,
                nearest == null ? null : nearest.body(),
                workspace,
                open.get(0).path().restricted());
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

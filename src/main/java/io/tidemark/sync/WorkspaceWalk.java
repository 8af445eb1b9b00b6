package io.tidemark.sync;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.Sheet;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.RevisionViewRepository;
import io.tidemark.target.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks through what changed in a workspace: through each of the trees that it shows as one and that can change, nearest
 * first. Of what a tree tells, the workspace shows some; each name is told with the tree that the workspace has it from.
 */
final class WorkspaceWalk implements Walk {

    private final WalkReader reader;
    private final ConfiguredTrees trees;
    private final RevisionViewRepository views;
    private final Span span;
    private final FilesTarget collection;
    private final PathInWorkspace paths;
    private final List<Sheet> sheets;
    private @Nullable SyncWalk walk;
    private int current;

    /** Begins at a collection. */
    WorkspaceWalk(
            WalkReader reader, ConfiguredTrees trees, RevisionViewRepository views, Span span, FilesTarget collection) {
        this.reader = reader;
        this.trees = trees;
        this.views = views;
        this.span = span;
        this.collection = collection;
        this.paths = new PathInWorkspace(trees, collection);
        this.sheets = Objects.requireNonNull(collection.configured()).sheets().stream()
                .filter(Sheet::isLive)
                .toList();
        begin();
    }

    /** Goes on where an earlier walk has stopped: first which tree it was in, then where in that. */
    WorkspaceWalk resume(List<Position> positions) {
        long layer = positions.get(0).order();
        while (current < sheets.size() && sheets.get(current).layer() < layer) {
            current++;
        }
        begin();
        if (walk != null && sheets.get(current).layer() == layer && positions.size() > 1) {
            walk = SyncWalk.resume(reader, span, root(sheets.get(current)), positions.subList(1, positions.size()));
        }
        return this;
    }

    private void begin() {
        walk = current < sheets.size() ? SyncWalk.begin(reader, span, root(sheets.get(current))) : null;
    }

    /** A tree's own collection at the path; below it, the tree's own names. */
    private FilesTarget root(Sheet sheet) {
        ResourceView view = views.view(sheet.collection(), null).orElseThrow();
        return new FilesTarget(collection.path(), List.of(), null, null, view);
    }

    @Override
    public List<SyncItem> next(int limit) {
        while (walk != null) {
            List<SyncItem> told = walk.next(limit);
            if (told.isEmpty()) {
                current++;
                begin();
            } else {
                List<SyncItem> items = shown(told);
                if (!items.isEmpty()) {
                    return items;
                }
            }
        }
        return List.of();
    }

    @Override
    public Resume position() {
        int layer = current < sheets.size() ? sheets.get(current).layer() : Integer.MAX_VALUE;
        List<Position> positions = new ArrayList<>(List.of(new Position(Position.Mode.CHANGED, layer, 0)));
        if (walk != null) {
            positions.addAll(walk.position().positions());
        }
        return new Resume(span.level(), span.since(), positions);
    }

    /** What the workspace shows of what a tree tells; names of one collection are looked up together. */
    private List<SyncItem> shown(List<SyncItem> told) {
        List<SyncItem> items = new ArrayList<>();
        int from = 0;
        while (from < told.size()) {
            DavPath parent = told.get(from).target().path().parent();
            int to = from + 1;
            while (to < told.size() && told.get(to).target().path().parent().samePlace(parent)) {
                to++;
            }
            items.addAll(shown(paths.at(parent), told.subList(from, to)));
            from = to;
        }
        return items;
    }

    private List<SyncItem> shown(FilesTarget parent, List<SyncItem> told) {
        int layer = sheets.get(current).layer();
        boolean shows = parent.isCollection()
                && Objects.requireNonNull(parent.configured()).sheets().stream()
                        .anyMatch(sheet -> sheet.layer() == layer && sheet.isLive());
        if (!shows) {
            return List.of();
        }
        Map<String, Shown> shown = trees.shown(
                parent, told.stream().map(item -> item.target().path().name()).toList());
        return told.stream()
                .map(item -> item(layer, item, shown.get(item.target().path().name())))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<SyncItem> item(int layer, SyncItem told, @Nullable Shown shown) {
        boolean removed = !told.target().isMapped();
        if (shown == null || shown.hiddenBy() < layer || shown.layer() < layer) {
            return Optional.empty();
        }
        if (!shown.target().isMapped()) {
            // What a tree has and the workspace does not show is under no version control.
            return removed ? Optional.of(told) : Optional.empty();
        }
        boolean elsewhere = shown.layer() != layer || shown.kept();
        if (elsewhere && !(removed && shown.layer() > layer)) {
            return Optional.empty();
        }
        boolean boundary = span.isDeep()
                && shown.target().isCollection()
                && shown.target().mapped().syncBoundary();
        return Optional.of(boundary ? SyncItem.boundary(shown.target()) : SyncItem.of(shown.target()));
    }
}

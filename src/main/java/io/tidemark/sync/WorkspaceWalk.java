package io.tidemark.sync;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.Sheet;
import io.tidemark.sync.SyncRepository.Past;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.RevisionViewRepository;
import io.tidemark.target.Shown;
import io.tidemark.target.Visibility;
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
    private final Visibility visibility;
    private final RevisionViewRepository views;
    private final SyncRepository repository;
    private final Span span;
    private final FilesTarget collection;
    private final PathInWorkspace paths;
    private final List<Sheet> sheets;
    private @Nullable SyncWalk walk;
    private int current;
    private boolean broken;

    /** Begins at a collection. */
    WorkspaceWalk(
            WalkReader reader,
            ConfiguredTrees trees,
            Visibility visibility,
            RevisionViewRepository views,
            SyncRepository repository,
            Span span,
            FilesTarget collection) {
        this.reader = reader;
        this.trees = trees;
        this.visibility = visibility;
        this.views = views;
        this.repository = repository;
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
        while (walk != null && !broken) {
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
    public Span span() {
        return span;
    }

    @Override
    public boolean isBroken() {
        return broken;
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
                && visibility.seen(parent).isMapped()
                && Objects.requireNonNull(parent.configured()).sheets().stream()
                        .anyMatch(sheet -> sheet.layer() == layer && sheet.isLive());
        if (!shows) {
            return List.of();
        }
        Map<String, Shown> shown = trees.shown(
                parent, told.stream().map(item -> item.target().path().name()).toList());
        Map<Long, Past> pasts =
                repository.past(told.stream().map(item -> item.target().rowId()).toList());
        List<SyncItem> items = new ArrayList<>();
        for (SyncItem item : told) {
            Shown now = shown.get(item.target().path().name());
            if (now != null && now.hiddenBy() >= layer) {
                Past past = pasts.get(item.target().rowId());
                broken |= past != null && isBeyondTelling(item, now, past);
                item(layer, item, now).ifPresent(items::add);
            }
        }
        return items;
    }

    /**
     * No tree knows what the others had at a name. Where a collection went and something came again, what the workspace had
     * shown there may have come from several. And what is taken out of a tree that the workspace follows stays in the
     * workspace as it was then; the tree itself does not remember what had changed in it just before.
     */
    private boolean isBeyondTelling(SyncItem told, Shown now, Past past) {
        return told.target().isMapped()
                ? past.wasCollection() && past.mapped() > span.since()
                : now.target().isCollection() && past.below() > span.since();
    }

    private Optional<SyncItem> item(int layer, SyncItem told, Shown now) {
        boolean removed = !told.target().isMapped();
        FilesTarget target = now.target();
        if (now.layer() < layer) {
            return Optional.empty();
        }
        if (!target.isMapped()) {
            // What a tree has and the workspace does not show is under no version control.
            return removed ? Optional.of(told) : Optional.empty();
        }
        if (now.layer() > layer && (!removed || isToldLater(now))) {
            return Optional.empty();
        }
        if (visibility.shown(List.of(target)).isEmpty()) {
            return removed ? Optional.of(told) : Optional.empty();
        }
        if (now.kept() && target.isCollection()) {
            return Optional.empty();
        }
        boolean boundary =
                span.isDeep() && target.isCollection() && target.mapped().syncBoundary();
        return Optional.of(boundary ? SyncItem.boundary(target) : SyncItem.of(target));
    }

    /** Whether the tree that the workspace has a name from has news of it, too. */
    private boolean isToldLater(Shown now) {
        Past past = repository.past(List.of(now.rowId())).get(now.rowId());
        return past != null && past.number() > span.since();
    }
}

package io.tidemark.sync;

import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Shown;
import io.tidemark.target.Target;
import io.tidemark.target.Visibility;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Walks through all that a workspace shows: a first synchronisation. It goes by names, collection by collection. What
 * changes meanwhile is told once more by the next report, which begins where this walk was bound to.
 */
final class ListedWalk implements Walk {

    private static final int PAGE = 500;

    private final ConfiguredTrees trees;
    private final Visibility visibility;
    private final SyncRepository names;
    private final Span span;
    private final Deque<Level> levels = new ArrayDeque<>();

    /** Where the walk is in one collection. */
    private static final class Level {

        private final FilesTarget collection;
        private final Deque<Target> page = new ArrayDeque<>();
        /** The name up to which members have been read; {@link #last} is the one up to which they have been told. */
        private String read;

        private String last;
        private boolean exhausted;

        Level(FilesTarget collection, String last) {
            this.collection = collection;
            this.read = last;
            this.last = last;
        }
    }

    /** Begins at a collection. */
    ListedWalk(ConfiguredTrees trees, Visibility visibility, SyncRepository names, Span span, FilesTarget collection) {
        this.trees = trees;
        this.visibility = visibility;
        this.names = names;
        this.span = span;
        levels.push(new Level(collection, ""));
    }

    /** Goes on where an earlier walk has stopped. What is gone since then is passed over. */
    ListedWalk resume(List<Position> positions) {
        for (int i = 0; i < positions.size(); i++) {
            Level here = levels.element();
            here.last = names.name(positions.get(i).member()).orElse("");
            here.read = here.last;
            if (i + 1 < positions.size()) {
                Shown below = trees.shown(here.collection, List.of(here.last)).get(here.last);
                if (below == null
                        || !below.target().isCollection()
                        || visibility.shown(List.of(below.target())).isEmpty()) {
                    break;
                }
                levels.push(new Level(below.target(), ""));
            }
        }
        return this;
    }

    @Override
    public List<SyncItem> next(int limit) {
        List<SyncItem> items = new ArrayList<>();
        while (items.size() < limit && !levels.isEmpty()) {
            Level here = levels.element();
            while (here.page.isEmpty() && !here.exhausted) {
                List<Target> page = trees.members(here.collection, here.read, PAGE);
                here.page.addAll(visibility.shown(page));
                here.exhausted = page.size() < PAGE;
                here.read =
                        here.exhausted ? here.read : page.get(PAGE - 1).path().name();
            }
            if (here.page.isEmpty()) {
                levels.pop();
            } else {
                FilesTarget member = (FilesTarget) here.page.remove();
                here.last = member.path().name();
                items.add(item(member));
            }
        }
        return items;
    }

    private SyncItem item(FilesTarget member) {
        if (!span.isDeep() || !member.isCollection()) {
            return SyncItem.of(member);
        }
        if (member.mapped().syncBoundary()) {
            return SyncItem.boundary(member);
        }
        levels.push(new Level(member, ""));
        return SyncItem.of(member);
    }

    @Override
    public Span span() {
        return span;
    }

    @Override
    public Resume position() {
        List<Position> positions = new ArrayList<>();
        Iterator<Level> down = levels.descendingIterator();
        down.forEachRemaining(here -> positions.add(new Position(Position.Mode.WHOLE, 0, rowOf(here))));
        return new Resume(
                span.level(),
                Resume.NOTHING,
                positions.isEmpty() ? List.of(Position.beginning(Position.Mode.WHOLE)) : positions);
    }

    private long rowOf(Level here) {
        Shown last = here.last.isEmpty()
                ? null
                : trees.shown(here.collection, List.of(here.last)).get(here.last);
        return last == null ? 0 : last.rowId();
    }
}

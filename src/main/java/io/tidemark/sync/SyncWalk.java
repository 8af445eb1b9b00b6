package io.tidemark.sync;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;
import io.tidemark.sync.Position.Mode;
import io.tidemark.target.FilesTarget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Walks down from a collection along the marks, to just what changed after one change and up to another, the bound. It goes
 * through each collection in the order of marks; marks only ever rise, and what rises meanwhile rises past the bound. So
 * it can stop anywhere and be taken up again, and finds what has risen at the end. The next walk begins at the bound: all
 * that was owed up to there has been told by then, be it once more than needed.
 */
final class SyncWalk {

    private static final int PAGE = 500;

    private final SyncRepository repository;
    private final FormerRepository formers;
    private final SyncLevel level;
    private final long since;
    private final long bound;
    private final Deque<Frame> frames = new ArrayDeque<>();

    /** What this answer has called gone with a former collection: should it come meanwhile, the next report tells it. */
    private final Set<List<String>> gone = new HashSet<>();

    /** A walk that has not begun: {@link #begin} or {@link #resume} comes next. */
    SyncWalk(SyncRepository repository, FormerRepository formers, SyncLevel level, long since, long bound) {
        this.repository = repository;
        this.formers = formers;
        this.level = level;
        this.since = since;
        this.bound = bound;
    }

    /** Begins at a collection. */
    SyncWalk begin(FilesTarget collection) {
        boolean first = since == Resume.NOTHING;
        frames.push(new Frame(collection, null, first ? Position.beginning(Mode.WHOLE) : Position.after(since)));
        return this;
    }

    /** Goes on where an earlier walk has stopped; what has moved since is left to a later report. */
    SyncWalk resume(FilesTarget collection, List<Position> positions) {
        Frame frame = new Frame(collection, null, positions.get(0));
        frames.push(frame);
        for (Position position : positions.subList(1, positions.size())) {
            frame = below(frame, position);
            if (frame == null) {
                break;
            }
            frames.push(frame);
        }
        return this;
    }

    /** The next member URLs, {@code limit} at most; none when the walk is at its end. */
    List<SyncItem> next(int limit) {
        List<SyncItem> items = new ArrayList<>();
        while (items.size() < limit && !frames.isEmpty()) {
            Frame frame = frames.element();
            ChangedMember member = next(frame);
            if (member != null) {
                visit(frame, member, items);
            } else if (frame.position().mode() == Mode.REPLACED) {
                frame.turnToWhole();
            } else if (frame.position().mode() == Mode.CHANGED && level == SyncLevel.INFINITE) {
                frame.turnToLater();
            } else {
                frames.pop();
            }
        }
        return items;
    }

    /** Where the walk is. */
    Resume position() {
        List<Position> positions = new ArrayList<>();
        Iterator<Frame> down = frames.descendingIterator();
        down.forEachRemaining(frame -> positions.add(frame.position()));
        return new Resume(level, since, positions);
    }

    private void visit(Frame frame, ChangedMember member, List<SyncItem> items) {
        FilesTarget target = target(frame.collection(), member);
        Mode mode = frame.position().mode();
        if (mode == Mode.GONE || mode == Mode.REPLACED) {
            if (member.resource() == null) {
                gone.add(target.path().segments());
                items.add(SyncItem.of(target));
            } else if (member.former() != null) {
                frames.push(new Frame(target, member.former(), Position.beginning(Mode.GONE)));
            }
            return;
        }
        boolean told = mode == Mode.LATER && frame.hasPassed(member.id());
        if (told || (!gone.isEmpty() && gone.contains(target.path().segments()))) {
            return;
        }
        if (mode == Mode.CHANGED) {
            frame.pass(member.id());
        }
        boolean news = mode == Mode.WHOLE || member.number() > since;
        boolean boundary = level == SyncLevel.INFINITE && isBoundary(target);
        if (news) {
            items.add(boundary ? SyncItem.boundary(target) : SyncItem.of(target));
        }
        if (level == SyncLevel.INFINITE && !boundary) {
            descend(target, member, mode);
        }
    }

    private void descend(FilesTarget target, ChangedMember member, Mode mode) {
        // What was taken away may have been put back by a change that has no number yet.
        boolean anew = mode == Mode.WHOLE || member.mapped() > since || member.former() != null;
        if (target.isCollection() && anew) {
            Mode below = member.former() == null ? Mode.WHOLE : Mode.REPLACED;
            frames.push(new Frame(target, member.former(), Position.beginning(below)));
        } else if (target.isCollection() && member.below() > since) {
            frames.push(new Frame(target, null, Position.after(since)));
        } else if (target.isFile() && member.former() != null) {
            frames.push(new Frame(target, member.former(), Position.beginning(Mode.GONE)));
        }
    }

    private @Nullable ChangedMember next(Frame frame) {
        if (frame.needsPage()) {
            frame.fill(read(frame), PAGE);
        }
        return frame.next();
    }

    private List<ChangedMember> read(Frame frame) {
        Position position = frame.position();
        ResourceView present = frame.collection().resource();
        UUID id = present == null || !present.collection() ? null : present.id();
        UUID former = frame.former();
        return switch (position.mode()) {
            case WHOLE -> id == null ? List.of() : repository.listed(id, position.member(), PAGE);
            case CHANGED -> id == null ? List.of() : changed(id, position);
            case LATER -> id == null ? List.of() : later(id, position.member());
            case REPLACED, GONE ->
                former == null ? List.of() : formers.compared(former, id, since, position.member(), PAGE);
        };
    }

    private List<ChangedMember> changed(UUID collection, Position position) {
        return completed(repository.changed(collection, level, position, bound, PAGE));
    }

    private List<ChangedMember> later(UUID collection, long after) {
        return completed(repository.changedLater(collection, bound, after, PAGE));
    }

    /** The members with what the walk must know of their past. */
    private List<ChangedMember> completed(List<ChangedMember> members) {
        List<ChangedMember> known = repository.withFormer(members, level, since);
        return level == SyncLevel.ONE ? known : repository.atBound(known, since, bound);
    }

    /** The frame that the walk was in below the last member of another; null when that member is not what it was. */
    private @Nullable Frame below(Frame frame, Position position) {
        Mode mode = frame.position().mode();
        ResourceView collection = frame.collection().resource();
        long id = frame.position().member();
        if (mode == Mode.GONE || mode == Mode.REPLACED) {
            UUID former = frame.former();
            UUID present = collection == null || !collection.collection() ? null : collection.id();
            return former == null
                    ? null
                    : formers.compared(former, present, since, id - 1, 1).stream()
                            .filter(member -> member.id() == id && member.resource() != null)
                            .map(member -> new Frame(target(frame.collection(), member), member.former(), position))
                            .findFirst()
                            .orElse(null);
        }
        if (collection == null) {
            return null;
        }
        // Should another resource be mapped there by now, the next report will tell what this one passes over.
        return repository
                .member(collection.id(), id)
                .map(member -> completed(List.of(member)).get(0))
                .map(member -> new Frame(target(frame.collection(), member), member.former(), position))
                .orElse(null);
    }

    private static boolean isBoundary(FilesTarget target) {
        ResourceView resource = target.resource();
        return resource != null && resource.syncBoundary();
    }

    private static FilesTarget target(FilesTarget collection, ChangedMember member) {
        if (member.resource() != null && collection.isCollection()) {
            return collection.member(member.id(), member.name(), member.resource());
        }
        DavPath path = collection.path().child(member.name(), member.former() != null);
        return new FilesTarget(path, collection.lineage(), null, member.id(), null);
    }
}

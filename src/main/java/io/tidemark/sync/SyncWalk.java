package io.tidemark.sync;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.target.FilesTarget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks down from a collection along the marks, to just what changed after one change and up to another. It goes through
 * each collection in the order of marks, and a mark only ever rises: what it has passed can come again later, but never
 * slip behind it. So it can stop anywhere and be taken up again.
 */
final class SyncWalk {

    private static final int PAGE = 500;

    private final SyncRepository repository;
    private final SyncLevel level;
    private final long since;
    private final long bound;
    private final Deque<Frame> frames = new ArrayDeque<>();

    /** The part of the walk that is in one collection. */
    private static final class Frame {

        private final FilesTarget collection;
        private final Deque<ChangedMember> page = new ArrayDeque<>();
        private Position position;
        private boolean exhausted;

        Frame(FilesTarget collection, Position position) {
            this.collection = collection;
            this.position = position;
        }
    }

    /** A walk through {@code collection} from its beginning. */
    SyncWalk(SyncRepository repository, FilesTarget collection, SyncLevel level, long since, long bound) {
        this.repository = repository;
        this.level = level;
        this.since = since;
        this.bound = bound;
        frames.push(new Frame(collection, since == Resume.NOTHING ? Position.beginning() : Position.after(since)));
    }

    /** The walk that {@code resume} describes, taken up again; where something has moved since, it skips what moved. */
    static SyncWalk resumed(SyncRepository repository, FilesTarget collection, Resume resume, long bound) {
        SyncWalk walk = new SyncWalk(repository, collection, resume.level(), resume.since(), bound);
        walk.frames.clear();
        FilesTarget current = collection;
        Iterator<Position> positions = resume.positions().iterator();
        while (positions.hasNext()) {
            Position position = positions.next();
            walk.frames.push(new Frame(current, position));
            Optional<ChangedMember> next = positions.hasNext()
                    ? repository.member(current.mapped().id(), position.member())
                    : Optional.empty();
            // What was mapped there after the bound is another collection, or came again: a later walk will report it.
            if (next.isEmpty() || next.get().resource() == null || next.get().mapped() > bound) {
                break;
            }
            current = walk.target(current, next.get());
            if (!current.isCollection()) {
                break;
            }
        }
        return walk;
    }

    /** The next member URLs, {@code limit} at most; none when the walk is at its end. */
    List<SyncItem> next(int limit) {
        List<SyncItem> items = new ArrayList<>();
        while (items.size() < limit && !frames.isEmpty()) {
            Frame frame = frames.element();
            ChangedMember member = nextMember(frame);
            if (member == null) {
                frames.pop();
                continue;
            }
            frame.position = frame.position.behind(member);
            FilesTarget target = target(frame.collection, member);
            if (frame.position.whole() || member.number() > since) {
                items.add(new SyncItem(target));
            }
            if (level == SyncLevel.INFINITE && target.isCollection()) {
                boolean whole = frame.position.whole() || member.mapped() > since;
                if (whole || member.below() > since) {
                    frames.push(new Frame(target, whole ? Position.beginning() : Position.after(since)));
                }
            }
        }
        return items;
    }

    /** Where the walk is. */
    Resume position() {
        List<Position> positions = new ArrayList<>();
        frames.descendingIterator().forEachRemaining(frame -> positions.add(frame.position));
        return new Resume(level, since, positions);
    }

    private @Nullable ChangedMember nextMember(Frame frame) {
        if (frame.page.isEmpty() && !frame.exhausted) {
            List<ChangedMember> page = frame.position.whole()
                    ? repository.listed(frame.collection.mapped().id(), frame.position.member(), PAGE)
                    : repository.changed(frame.collection.mapped().id(), level, frame.position, bound, PAGE);
            frame.page.addAll(page);
            frame.exhausted = page.size() < PAGE;
        }
        return frame.page.poll();
    }

    private FilesTarget target(FilesTarget collection, ChangedMember member) {
        if (member.resource() != null) {
            return collection.member(member.id(), member.name(), member.resource());
        }
        DavPath path = collection.path().child(member.name(), false);
        return new FilesTarget(path, collection.lineage(), collection.mapped().id(), member.id(), null);
    }
}

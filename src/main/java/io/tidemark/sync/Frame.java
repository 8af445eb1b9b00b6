package io.tidemark.sync;

import io.tidemark.target.FilesTarget;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of a walk that is in one collection: where it is, and the members that it has read ahead.
 *
 * <p>{@code former} is the collection that was mapped here before, where the walk looks for what went with it.
 */
final class Frame {

    private final FilesTarget collection;
    private final @Nullable UUID former;
    private final Deque<ChangedMember> page = new ArrayDeque<>();
    private Position position;
    private boolean exhausted;
    private long[] passed = new long[0];
    private int passedCount;

    Frame(FilesTarget collection, @Nullable UUID former, Position position) {
        this.collection = collection;
        this.former = former;
        this.position = position;
    }

    /** What is mapped here now; with {@link Position.Mode#GONE} not necessarily a collection. */
    FilesTarget collection() {
        return collection;
    }

    /** What was mapped here before, if the walk looks there. */
    @Nullable
    UUID former() {
        return former;
    }

    Position position() {
        return position;
    }

    boolean needsPage() {
        return page.isEmpty() && !exhausted;
    }

    void fill(List<ChangedMember> members, int pageSize) {
        page.addAll(members);
        exhausted = members.size() < pageSize;
    }

    /** The next member, which the frame is behind from now on; null when there is none. */
    @Nullable
    ChangedMember next() {
        ChangedMember member = page.poll();
        if (member != null) {
            position = position.behind(member.order(), member.id());
        }
        return member;
    }

    /** Goes on with the members whose marks have risen past the bound. */
    void turnToLater() {
        Arrays.sort(passed, 0, passedCount);
        position = Position.beginning(Position.Mode.LATER);
        exhausted = false;
    }

    /** Notes that a member was visited by its mark; should the mark rise, {@link #hasPassed} will know it again. */
    void pass(long member) {
        if (passedCount == passed.length) {
            passed = Arrays.copyOf(passed, Math.max(16, passedCount * 2));
        }
        passed[passedCount++] = member;
    }

    /** Whether a member was visited by its mark, since the walk was begun or taken up again. */
    boolean hasPassed(long member) {
        return Arrays.binarySearch(passed, 0, passedCount, member) >= 0;
    }

    /** Begins with the members of the present, after those of the past. */
    void turnToWhole() {
        position = Position.beginning(Position.Mode.WHOLE);
        exhausted = false;
    }
}

package io.tidemark.sync;

import io.tidemark.journal.Mapping;
import io.tidemark.namespace.MemberView;
import io.tidemark.namespace.ResourceView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A name in a collection, as a walk finds it: what it maps now, and what it mapped at the ends of the walk's span.
 *
 * @param order where it comes among the members that a walk reads by their marks
 * @param marks what the sequencer knows of it
 * @param now what is mapped there at this moment; null for nothing, and where the walk does not ask
 * @param before what was mapped there at the beginning of the span; null for nothing
 * @param atBound what was mapped there at its end; null for nothing
 * @param sight whether the caller may see what is, and what was, mapped there
 */
record ChangedName(
        long id,
        String name,
        long order,
        Marks marks,
        @Nullable ResourceView now,
        @Nullable Mapping before,
        @Nullable Mapping atBound,
        VisibilitySnapshot sight)
        implements WalkFrame.Name {

    /**
     * A member's marks.
     *
     * @param number the newest change to the member itself
     * @param mapped the newest change that mapped something there
     * @param below the newest change below it
     * @param resourceId what the newest numbered change left there; null for nothing
     */
    record Marks(
            long number, long mapped, long below, @Nullable UUID resourceId) {

        /** Where a walk does not ask for them. */
        static final Marks UNKNOWN = new Marks(0, 0, 0, null);
    }

    /**
     * What the caller may see of a slot. Only collections can have lists of their own, and a walk is in none that does not
     * show.
     *
     * @param now whether it may see what is mapped there now
     * @param atBound whether something was mapped there at the bound that it could see
     * @param before whether it could see what was mapped there at the beginning of the span
     * @param early whether the client may know what came there after the beginning of the span
     */
    record VisibilitySnapshot(boolean now, boolean atBound, boolean before, boolean early) {

        /** Where nobody keeps anything to himself. */
        static final VisibilitySnapshot OPEN = new VisibilitySnapshot(true, true, true, true);
    }

    /** A slot whose past is not known yet, and that shows. */
    ChangedName(
            long id,
            String name,
            long order,
            Marks marks,
            @Nullable ResourceView now,
            @Nullable Mapping before,
            @Nullable Mapping atBound) {
        this(id, name, order, marks, now, before, atBound, VisibilitySnapshot.OPEN);
    }

    /** A slot of a listing. */
    static ChangedName listed(MemberView member, boolean sameAtBound) {
        ResourceView now = member.resource();
        return new ChangedName(
                member.id(),
                member.name(),
                0,
                Marks.UNKNOWN,
                now,
                null,
                sameAtBound ? new Mapping(now.id(), now.collection(), 0) : null);
    }

    @Override
    public List<Long> marked() {
        return List.of(id);
    }

    /** The same slot with what it mapped at the ends of the span. */
    ChangedName with(@Nullable Mapping mappedBefore, @Nullable Mapping mappedAtBound) {
        return new ChangedName(id, name, order, marks, now, mappedBefore, mappedAtBound, sight);
    }

    /** The same slot with what the caller may see of it. */
    ChangedName with(VisibilitySnapshot seen) {
        return new ChangedName(id, name, order, marks, now, before, atBound, seen);
    }

    /** Whether there is a collection now that the caller may not see. */
    boolean isHidden() {
        return !sight.now();
    }

    /** Whether there was a collection that the caller could not see. */
    boolean wasHidden() {
        return !sight.before();
    }

    /**
     * Whether the next report, which begins at the bound, could not know that the client has anything here: if what is here
     * is hidden by then, it would tell of nothing.
     */
    boolean isForgottenByNext() {
        return !sight.atBound();
    }

    /** Whether the client may have been told of something here. */
    boolean mayBeKnown() {
        return before == null ? sight.early() : sight.before();
    }

    /** Whether what is mapped there now was when {@code change} was the newest, and has been since. */
    boolean isAsAt(long change) {
        return now != null && isNumbered() && marks.mapped() <= change;
    }

    /** Whether the marks know of what is mapped there now: no change without a number has put it there. */
    boolean isNumbered() {
        return now == null ? marks.resourceId() == null : now.id().equals(marks.resourceId());
    }

    /** The mapping of now, of which the marks know. */
    @Nullable
    Mapping mapping() {
        return now == null ? null : new Mapping(now.id(), now.collection(), marks.mapped());
    }

    boolean isFile() {
        return now != null && !now.collection();
    }

    boolean isCollection() {
        return now != null && now.collection();
    }

    boolean wasCollection() {
        return before != null && before.collection();
    }

    boolean isCollectionAtBound() {
        return atBound != null && atBound.collection();
    }
}

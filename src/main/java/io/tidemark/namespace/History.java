package io.tidemark.namespace;

import io.tidemark.journal.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the revisions of resources that are under version control. The caller's transaction has the resource's row. */
@ApplicationScoped
class History {

    @Inject
    private RevisionRepository revisions;

    @Inject
    private MembershipRevisions membership;

    @Inject
    private RevisionPruning pruning;

    @Inject
    private Event<Successor> following;

    @Inject
    private RevisionNoteRepository notes;

    @Inject
    private SittingRepository sittings;

    @Inject
    private Change change;

    @Inject
    private Event<RevisionMade> made;

    /** Says of a new resource that it has its first revision, if it is under version control. */
    void begun(Resource resource) {
        if (resource.isVersioned()) {
            change.made(resource.id(), resource.revisionNumber());
            made.fire(new RevisionMade(resource.id(), resource.revisionNumber(), resource.isCollection()));
        }
    }

    /** What a write puts into an open revision counts as if the write had made it, where anybody lists what was made. */
    void continued(ResourceView resource) {
        if (resource.isContinued() && !resource.collection()) {
            made.fire(new RevisionMade(resource.id(), resource.revision(), resource.collection()));
        }
    }

    /** A collection has one revision for each change: what becomes of its members goes into one that it has got already. */
    void collects(ResourceView resource, Revision next) {
        if (resource.collection()) {
            membership.made(resource.id(), next.createdAt());
        }
    }

    /** A new revision on a line. It shows what the line's newest did, until the caller changes it. */
    Revision next(UUID resource, BranchPosition position) {
        return next(resource, position, change.at());
    }

    /** A new revision on a line, and whether it may be a further one that follows the line's newest. */
    Revision next(UUID resource, BranchPosition position, boolean fork) {
        return next(resource, position, change.at(), fork);
    }

    /** A new revision on a line, made at a time; or just after the line's newest. */
    Revision next(UUID resource, BranchPosition position, Instant at) {
        return next(resource, position, at, false);
    }

    private Revision next(UUID resource, BranchPosition position, Instant at, boolean fork) {
        Resource of = revisions.find(resource);
        Revision tip = revisions.find(resource, position.tip());
        if (position.opening() != null) {
            return opened(of, tip, position.opening(), position.sitting());
        }
        announce(tip, fork);
        tip.close();
        Branch branch = position.isPrimary() ? null : revisions.findBranch(resource, position.branch());
        // A workspace's branch may go on from a revision of another.
        Revision last = branch == null ? tip : revisions.find(resource, branch.tip());
        Revision next = new Revision(tip, of.takeNumber(), position, change.principal(), after(last, after(tip, at)));
        last.close();
        revisions.persist(next);
        sittings.opened(next);
        if (branch == null) {
            of.moveTip(next.number());
            goOnFromChosen(next, position);
        } else {
            branch.moveTip(next.number());
        }
        change.made(resource, next.number());
        made.fire(new RevisionMade(resource, next.number(), of.isCollection()));
        return next;
    }

    /**
     * Where a URL shows what was made elsewhere, because it has been copied there, the primary branch goes on from that: the
     * new revision has it for a further predecessor.
     */
    private void goOnFromChosen(Revision next, BranchPosition position) {
        Integer chosen = position.chosen();
        if (chosen == null) {
            return;
        }
        Revision shown = revisions.find(next.resourceId(), chosen);
        if (shown.branchNumber() != BranchPosition.PRIMARY) {
            next.show(shown, shown.modifiedAt());
            next.setPropertySetId(shown.propertySetId());
            notes.addPredecessor(next, next.resourceId(), chosen);
        }
    }

    /**
     * The time at which a change of a collection's members counts as made. A collection under version control has a
     * revision of just that time; its members' times say of each revision what was in it. It is a new one for each change,
     * or one that is open for the lock under which the members change.
     */
    Instant memberTime(Parent collection) {
        if (!collection.versioning().makesRevisions()) {
            return change.at();
        }
        return membership.timeOf(collection.id(), () -> {
            Resource locked = revisions.lock(collection.id());
            UUID hold = membership.holdOf(collection.id());
            Revision tip = revisions.find(locked.id(), locked.tipNumber());
            if (hold != null
                    && hold.equals(tip.sitting())
                    && !sittings.isShownAsItWas(tip.resourceId(), tip.number())) {
                return goneOn(tip);
            }
            Instant made = next(locked.id(), new BranchPosition(BranchPosition.PRIMARY, tip.number()).under(hold))
                    .createdAt();
            pruning.afterRevision(locked);
            return made;
        });
    }

    /** An open revision of a collection is made anew with each change of its members: it is as old as the last of them. */
    private Instant goneOn(Revision open) {
        Instant at = after(open, change.at());
        sittings.moveLine(open, at);
        open.goOn(at);
        change.made(open.resourceId(), open.number());
        return at;
    }

    /** One after the other, also when a transaction had to wait for the one before it. */
    private static Instant after(Revision tip, Instant at) {
        Instant earliest = tip.createdAt().plus(1, ChronoUnit.MICROS);
        return at.isBefore(earliest) ? earliest : at;
    }

    /** A branch that leaves a revision; its own first revision shows what that one does. */
    Revision branch(UUID resource, int base, String id, @Nullable String comment) {
        Resource of = revisions.find(resource);
        Revision first = opened(of, revisions.find(resource, base), id, null);
        first.setComment(comment);
        revisions.findBranch(resource, first.branchNumber()).setComment(comment);
        pruning.afterRevision(of);
        return first;
    }

    /** Says that a revision gets a successor, if it has a say in that. */
    void announce(Revision base, boolean fork) {
        Fork rule = base.checkinFork();
        if (rule != null) {
            following.fire(new Successor(base.resourceId(), base.number(), rule, fork));
        }
    }

    /** Whoever makes a branch wants one: that is only refused where it is forbidden. */
    private Revision opened(Resource of, Revision base, String id, @Nullable UUID sitting) {
        announce(base, true);
        base.close();
        int number = revisions.newestBranch(of.id()) + 1;
        Revision first = new Revision(
                base,
                of.takeNumber(),
                new BranchPosition(number, base.number()).under(sitting),
                change.principal(),
                after(base, change.at()));
        revisions.persist(first);
        sittings.opened(first);
        revisions.persist(new Branch(new RevisionKey(of.id(), number), id, base.number(), first));
        change.made(of.id(), first.number());
        made.fire(new RevisionMade(of.id(), first.number(), of.isCollection()));
        return first;
    }
}

package io.tidemark.version.checkout;

import io.tidemark.access.Roles;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.Condition;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.lock.CheckoutLocks;
import io.tidemark.namespace.BranchPosition;
import io.tidemark.namespace.Checkout;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.WorkingState;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.DefaultRevisionTracker;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.RevisionsSubtree;
import io.tidemark.version.RevisionIdRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Objects;

/** Ends checkouts, with a revision or without, each in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CheckinService {

    @Inject
    private WorkFinder finder;

    @Inject
    private RevisionIdRepository revisions;

    @Inject
    private WorkingState state;

    @Inject
    private CheckoutLocks locks;

    @Inject
    private DefaultRevisionTracker tracker;

    @Inject
    private Caller caller;

    /** The number of the revision that was made, and the path that it has for ever. */
    public record CheckedIn(int revision, DavPath path) {}

    /**
     * Makes a revision of what is worked on.
     *
     * @throws DavException 409 {@code checkin-conflict} with the branch's newest revision, {@code checkin-fork-forbidden} or
     *     {@code checkin-fork-discouraged}, 423 when a lock of somebody
     *     else holds the revision; and as {@link WorkFinder#admitCheckin}
     */
    @Write
    public CheckedIn checkIn(DavPath path, Preconditions preconditions, CheckinRequest wanted) {
        Work work = finder.admitCheckin(path, preconditions);
        Checkout checkout = work.checkout();
        ResourceView resource = work.target().mapped();
        locks.checkCheckin(
                CheckoutService.reservation(resource, checkout.line()),
                checkout.workingId(),
                preconditions.submittedTokens());
        BranchPosition position = line(checkout, work.target());
        if (position.tip() != checkout.line().tip() && !wanted.override()) {
            throw DavException.of(409, conflict(position.tip()));
        }
        int number = state.checkIn(checkout, position, wanted.comment(), wanted.fork());
        if (isThrough(checkout, work.target())) {
            tracker.made(work.target(), position, number);
        }
        if (wanted.keep()) {
            state.rebase(checkout, number);
            locks.follow(checkout.workingId(), number);
        } else {
            end(checkout, true);
        }
        return new CheckedIn(number, RevisionsSubtree.revisionPath(resource.id(), number, false));
    }

    /**
     * Ends a checkout without trace. An administrator need not submit the token of somebody else's lock.
     *
     * @throws DavException as {@link WorkFinder#admitCheckin}
     */
    @Write
    public void cancel(DavPath path, Preconditions preconditions) {
        boolean administrator = caller.isIn(Roles.ADMIN);
        end(finder.admitEnd(path, preconditions, administrator ? WriteIntent::read : WriteIntent::modify), false);
    }

    private void end(Checkout checkout, boolean checkedIn) {
        state.discard(checkout, checkedIn);
        if (!checkout.isInPlace()) {
            locks.release(checkout.workingId());
        }
    }

    /** A workspace goes on from what it shows by now; elsewhere the branch goes on from its newest. */
    private BranchPosition line(Checkout checkout, FilesTarget target) {
        BranchPosition shown = target.line();
        return target instanceof ConfiguredTarget && shown != null && isThrough(checkout, target)
                ? shown
                : new BranchPosition(
                        checkout.line().branch(),
                        revisions.tip(target.mapped(), checkout.line().branch()));
    }

    /** Whether a target is at the URL that it was checked out through. */
    private static boolean isThrough(Checkout checkout, FilesTarget target) {
        return target.isAtName() && Objects.equals(target.memberId(), checkout.memberId());
    }

    private static Condition conflict(int newer) {
        return Conditions.CHECKIN_CONFLICT.with(VersioningDraft.REVISIONID, RevisionId.of(newer));
    }
}

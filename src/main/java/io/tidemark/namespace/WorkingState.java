package io.tidemark.namespace;

import io.tidemark.content.ContentHash;
import io.tidemark.content.Contents;
import io.tidemark.journal.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is being worked on: a resource of its own that is mapped nowhere, or a state beside the revisions of the resource
 * itself. Bodies are shared, dead properties copied, so that either can change without the other. The caller's transaction
 * has the rows of both resources.
 */
@ApplicationScoped
public class WorkingState {

    @Inject
    private RevisionRepository revisions;

    @Inject
    private RevisionNoteRepository notes;

    @Inject
    private CheckoutRepository checkouts;

    @Inject
    private PropertySetRepository propertySets;

    @Inject
    private History history;

    @Inject
    private Namespace namespace;

    @Inject
    private Contents contents;

    @Inject
    private Change change;

    @Inject
    private Event<ContentStored> stored;

    @Inject
    private Event<ContentGone> gone;

    /** Makes a working resource that shows what a revision does. */
    public UUID create(UUID resource, int base) {
        Resource working = Resource.working(change.principal(), change.at());
        Revision checkedOut = revisions.find(resource, base);
        checkedOut.close();
        Revision state = Revision.checkedOut(working.id(), checkedOut, working.owner(), change.at());
        state.setPropertySetId(propertySets.copy(state.propertySetId()));
        revisions.persist(working, state);
        return working.id();
    }

    /** Lets a resource show what is being worked on, which is its newest revision to begin with. */
    public void beginInPlace(UUID resource) {
        Resource checkedOut = revisions.find(resource);
        Revision tip = revisions.find(resource, checkedOut.tipNumber());
        tip.close();
        revisions.persistState(Revision.checkedOut(resource, tip, change.principal(), change.at()));
        checkedOut.setCheckedOut(true);
    }

    /**
     * Makes a revision of what is worked on. If its branch has gone on since the checkout, the revision follows the newest
     * and the one that was checked out.
     *
     * @param position the branch, with the revision that the new one follows
     * @param comment why; null for what was said of the work already
     * @param fork whether a revision that it follows may have another successor, though that is discouraged
     * @return the revision's number
     */
    public int checkIn(Checkout checkout, BranchPosition position, @Nullable String comment, boolean fork) {
        UUID resource = checkout.resourceId();
        Revision state = state(checkout);
        Revision former = revisions.find(resource, position.tip());
        boolean further = position.tip() != checkout.line().tip();
        if (further) {
            history.announce(revisions.find(resource, checkout.line().tip()), fork);
        }
        Revision next = history.next(resource, position, fork);
        boolean same = Objects.equals(state.contentHash(), next.contentHash());
        next.show(state, modified(checkout, state, former, next));
        if (!same) {
            stored.fire(new ContentStored(resource, next.number(), state.contentLength(), false));
        }
        next.setPropertySetId(properties(checkout, state, former));
        next.setComment(comment == null ? state.comment() : comment);
        next.setCheckoutFork(state.checkoutFork());
        next.setCheckinFork(state.checkinFork());
        if (further) {
            notes.addPredecessor(next, resource, checkout.line().tip());
        }
        namespace.made(position, resource);
        return next.number();
    }

    /** In place, all have seen the content since it was written; of a working resource, they see it from now on. */
    private static Instant modified(Checkout checkout, Revision state, Revision former, Revision next) {
        if (checkout.isInPlace()) {
            return state.modifiedAt();
        }
        return state.showsSame(former) ? former.modifiedAt() : next.createdAt();
    }

    private @Nullable Long properties(Checkout checkout, Revision state, Revision former) {
        if (checkout.isInPlace()) {
            return state.propertySetId();
        }
        boolean same = propertySets.read(state.propertySetId()).equals(propertySets.read(former.propertySetId()));
        return same ? former.propertySetId() : propertySets.copy(state.propertySetId());
    }

    /** Bases what is worked on on a revision that was made of it. */
    public void rebase(Checkout checkout, int revision) {
        state(checkout).setPredecessor(revision);
        checkout.rebase(revision);
    }

    /**
     * Ends a checkout: what is worked on goes.
     *
     * @param checkedIn whether a revision has been made of it, which goes on needing its content
     */
    public void discard(Checkout checkout, boolean checkedIn) {
        Revision state = state(checkout);
        gone.fire(new ContentGone(checkout.workingId(), state.number()));
        Resource shown = revisions.find(checkout.workingId());
        if (checkout.isInPlace()) {
            showTip(shown, state);
        }
        revisions.deleteState(state);
        if (!checkout.isInPlace()) {
            revisions.delete(shown);
        }
        ContentHash hash = state.contentHash();
        if (hash != null && !checkedIn) {
            contents.release(hash);
        }
        if (state.propertySetId() != null) {
            propertySets.deleteIfUnused(state.propertySetId(), checkout.workingId());
        }
        checkouts.delete(checkout);
    }

    /** It is news to those who synchronise only if it looks different. */
    private void showTip(Resource resource, Revision state) {
        Revision tip = revisions.find(resource.id(), resource.tipNumber());
        resource.setCheckedOut(false);
        if (!state.showsSame(tip) || !Objects.equals(state.propertySetId(), tip.propertySetId())) {
            change.changed(resource.id());
        }
    }

    private Revision state(Checkout checkout) {
        return revisions.find(checkout.workingId(), ResourceView.CHECKED_OUT);
    }
}

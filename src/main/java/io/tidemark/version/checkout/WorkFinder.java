package io.tidemark.version.checkout;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.sql.Collision;
import io.tidemark.namespace.Checkout;
import io.tidemark.namespace.CheckoutRepository;
import io.tidemark.namespace.CheckoutView;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Targets;
import io.tidemark.target.WorkingTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Finds what somebody works on by the URL of a request: a working resource's, or in place the resource's own. */
@ApplicationScoped
class WorkFinder {

    @Inject
    private Targets targets;

    @Inject
    private Admission admission;

    @Inject
    private CheckoutRepository checkouts;

    @Inject
    private CheckoutPlace places;

    /**
     * Admits a request that makes a revision of what is worked on. Where that will show is written, too: locks there hold
     * it off, and whoever relies on a sync token above waits.
     *
     * @throws DavException 404 when there is nothing, 403 when it is somebody else's, or shows at no URL that the caller may
     *     read; 409 {@code must-be-checked-out}
     */
    Work admitCheckin(DavPath path, Preconditions preconditions) {
        Optional<CheckoutView> working = working(path);
        if (working.isEmpty()) {
            return inPlace(path, preconditions, WriteIntent::modify);
        }
        WriteIntent shown = WriteIntent.modify(visiblePlace(working.get())).wherever();
        FilesTarget target = admission
                .admit(preconditions, Set.of(), List.of(WriteIntent.modify(path).wherever(), shown))
                .get(1);
        if (!target.isMapped() || !target.mapped().id().equals(working.get().resourceId())) {
            throw new Collision();
        }
        return new Work(locked(working.get().workingId()), target);
    }

    /** Where the caller sees it. It may have been hidden since; then it can be cancelled, and no more. */
    private DavPath visiblePlace(CheckoutView checkout) {
        return places.all(checkout).stream()
                .filter(path -> shows(path, checkout.resourceId()))
                .findFirst()
                .orElseThrow(() -> DavException.of(403, "What was checked out shows at no URL that you may read."));
    }

    private boolean shows(DavPath path, UUID resource) {
        return targets.of(path).shows(resource);
    }

    /**
     * Admits a request that ends a checkout.
     *
     * @param intent what the request does to what is worked on
     * @throws DavException as {@link #admitCheckin}
     */
    Checkout admitEnd(DavPath path, Preconditions preconditions, Function<DavPath, WriteIntent> intent) {
        Optional<CheckoutView> working = working(path);
        if (working.isEmpty()) {
            return inPlace(path, preconditions, intent).checkout();
        }
        admission.admit(preconditions, intent.apply(path).wherever());
        return locked(working.get().workingId());
    }

    /** What a working resource is for; at a name there is none, and admission looks what else is there. */
    private Optional<CheckoutView> working(DavPath path) {
        return !FilesTarget.isAtName(path) && targets.existing(path) instanceof WorkingTarget working
                ? Optional.of(working.checkout())
                : Optional.empty();
    }

    /** The checkout as it is, now that its rows are locked: somebody may have ended it before. */
    private Checkout locked(UUID working) {
        return checkouts.findWithState(working).orElseThrow(Collision::new);
    }

    private Work inPlace(DavPath path, Preconditions preconditions, Function<DavPath, WriteIntent> intent) {
        FilesTarget target = admission.admit(preconditions, intent.apply(path));
        ResourceView resource = target.versioned();
        if (!resource.isCheckedOutInPlace()) {
            throw DavException.of(409, Conditions.MUST_BE_CHECKED_OUT);
        }
        return new Work(locked(resource.id()), target);
    }
}

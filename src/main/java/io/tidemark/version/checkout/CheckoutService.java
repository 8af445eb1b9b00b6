package io.tidemark.version.checkout;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Effect;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.Timeout;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.lock.ActiveLock;
import io.tidemark.lock.CheckoutLocks;
import io.tidemark.lock.CheckoutLocks.Wanted;
import io.tidemark.lock.Reservation;
import io.tidemark.namespace.BranchPosition;
import io.tidemark.namespace.Checkout;
import io.tidemark.namespace.CheckoutRepository;
import io.tidemark.namespace.DefaultRevisions;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.WorkingState;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Targets;
import io.tidemark.target.WorkingSubtree;
import io.tidemark.version.Forks;
import io.tidemark.version.RevisionIdRepository;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Checks resources out, each in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CheckoutService {

    @Inject
    private Admission admission;

    @Inject
    private Targets targets;

    @Inject
    private RevisionIdRepository revisions;

    @Inject
    private CheckoutRepository checkouts;

    @Inject
    private WorkingState state;

    @Inject
    private Forks forks;

    @Inject
    private CheckoutLocks locks;

    @Inject
    private DefaultRevisions defaults;

    @Inject
    @ConfigProperty(name = "tidemark.versioning.max-checkouts-per-user", defaultValue = "10000")
    private int maxCheckouts;

    @Resource
    private SessionContext session;

    /**
     * What came of it.
     *
     * @param working the path of the working resource
     * @param revision the number of the revision that was checked out
     * @param locks the locks that were taken, in the order: working resource, revision, branch, whole resource
     */
    public record CheckedOut(DavPath working, int revision, List<ActiveLock> locks) {}

    /**
     * Makes a working resource.
     *
     * @throws DavException 403 for a collection, 409 {@code not-versioned}, {@code branch-required} or as {@link
     *     Forks#checkCheckout}, 423, 507 {@code
     *     too-many-checkouts} or {@code too-many-locks}
     */
    @Write
    public CheckedOut checkOut(
            DavPath path,
            VersionHeaders revision,
            Preconditions preconditions,
            CheckoutRequest wanted,
            Optional<Timeout> timeout) {
        boolean own = revision.isNone() && targets.of(path) instanceof ConfiguredTarget;
        WriteIntent intent = (own ? WriteIntent.modify(path) : WriteIntent.read(path))
                .of(revision)
                .wherever();
        FilesTarget target = admission.admit(preconditions, intent);
        ResourceView resource = file(target);
        admission.protect(target, Effect.RESERVE, preconditions.submittedTokens());
        BranchPosition position = own ? Objects.requireNonNull(target.line()) : line(resource);
        List<Wanted> wantedLocks = wanted.locks(resource.id(), position);
        locks.checkCheckout(reservation(resource, position), wantedLocks, preconditions.submittedTokens());
        forks.checkCheckout(resource.id(), position.tip(), wanted.fork());
        UUID working = state.create(resource.id(), position.tip());
        Long member = target.isAtName() ? target.memberId() : null;
        persist(new Checkout(
                working,
                resource.id(),
                position,
                member,
                caller(),
                wanted.ownerXml(),
                wanted.comment(),
                Instant.now()));
        DavPath location = WorkingSubtree.path(working);
        return new CheckedOut(
                location,
                position.tip(),
                locks.grant(working, location.href(), wantedLocks, wanted.ownerXml(), timeout));
    }

    /**
     * Checks a resource out in place (RFC 3253, section 4.3): its URL shows what is worked on.
     *
     * @param fork whether a second successor is wanted where that is discouraged
     * @return the number of the revision that was checked out
     * @throws DavException as {@link #checkOut}; 409 {@code must-be-checked-in} when it is checked out in place already
     */
    @Write
    public int checkOutInPlace(DavPath path, Preconditions preconditions, boolean fork) {
        FilesTarget target = admission.admit(preconditions, WriteIntent.modify(path));
        ResourceView resource = file(target);
        if (checkouts.find(resource.id()).isPresent()) {
            throw DavException.of(409, Conditions.MUST_BE_CHECKED_IN);
        }
        BranchPosition position = line(resource);
        if (!position.isPrimary()) {
            throw DavException.of(409, Conditions.BRANCH_REQUIRED);
        }
        locks.checkCheckout(reservation(resource, position), List.of(), preconditions.submittedTokens());
        forks.checkCheckout(resource.id(), position.tip(), fork);
        long member = target.rowId();
        defaults.choose(member, resource.id(), null);
        state.beginInPlace(resource.id());
        persist(new Checkout(resource.id(), resource.id(), position, member, caller(), null, null, Instant.now()));
        return position.tip();
    }

    private void persist(Checkout checkout) {
        if (checkouts.reaches(maxCheckouts, checkout.principal())) {
            throw DavException.of(507, Conditions.TOO_MANY_CHECKOUTS);
        }
        checkouts.persist(checkout);
    }

    private static ResourceView file(FilesTarget target) {
        if (target.isCollection()) {
            throw DavException.of(403, "A collection changes with its members: it is not checked out.");
        }
        return target.versioned();
    }

    /** The branch of a revision, which must be its newest. */
    private BranchPosition line(ResourceView resource) {
        int number = resource.isCheckedOutInPlace() ? resource.tip() : resource.revision();
        BranchPosition position = revisions.lineOf(resource, number);
        if (position.tip() != number) {
            throw DavException.of(409, Conditions.BRANCH_REQUIRED);
        }
        return position;
    }

    static Reservation reservation(ResourceView resource, BranchPosition position) {
        return Reservation.ofRevision(resource.id(), position.branch(), position.tip());
    }

    private String caller() {
        return session.getCallerPrincipal().getName();
    }
}

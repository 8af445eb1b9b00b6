package io.tidemark.version.checkout;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.lock.CheckoutLocks.Wanted;
import io.tidemark.lock.Reservation;
import io.tidemark.namespace.BranchPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * What a CHECKOUT asks for (protocol, section 4.7). Each lock is wanted exclusive, shared, or not at all.
 *
 * @param inPlace whether the resource itself is meant: the body says nothing but that a fork is wanted, or is missing
 * @param fork whether a second successor is wanted where that is discouraged
 * @param ownerXml the {@code DAV:owner} element as the client sent it
 */
record CheckoutRequest(
        boolean inPlace,
        boolean fork,
        @Nullable String comment,
        @Nullable String ownerXml,
        Optional<Boolean> workingLock,
        Optional<Boolean> revisionLock,
        Optional<Boolean> branchLock,
        Optional<Boolean> resourceLock) {

    /**
     * Reads a body; none asks for nothing.
     *
     * @throws DavException 422 when it is no such body
     */
    static CheckoutRequest parse(Optional<XmlElement> body) {
        if (body.isEmpty()) {
            return new CheckoutRequest(
                    true, false, null, null, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        XmlElement checkout = body.get();
        if (!checkout.is(VersioningDraft.CHECKOUT)) {
            throw DavException.unprocessable("The body is no DAV:checkout.");
        }
        boolean fork = checkout.child(Rfc3253.FORK_OK).isPresent();
        boolean nothingElse = checkout.children().stream().allMatch(child -> child.is(Rfc3253.FORK_OK));
        return new CheckoutRequest(
                fork && nothingElse,
                fork,
                checkout.child(VersioningDraft.COMMENT).map(XmlElement::text).orElse(null),
                checkout.child(Rfc4918.OWNER).map(XmlElement::toXml).orElse(null),
                lock(checkout, VersioningDraft.WRLOCKTYPE, VersioningDraft.WRLOCKSCOPE),
                lock(checkout, VersioningDraft.REVISIONLOCKTYPE, VersioningDraft.REVISIONLOCKSCOPE),
                lock(checkout, VersioningDraft.BRANCHLOCKTYPE, VersioningDraft.BRANCHLOCKSCOPE),
                lock(checkout, VersioningDraft.VRLOCKTYPE, VersioningDraft.VRLOCKSCOPE));
    }

    /** The locks, when a branch's newest revision is checked out. */
    List<Wanted> locks(UUID resource, BranchPosition position) {
        List<Wanted> locks = new ArrayList<>();
        workingLock.ifPresent(exclusive -> locks.add(new Wanted(exclusive, null)));
        revisionLock.ifPresent(exclusive ->
                locks.add(new Wanted(exclusive, Reservation.ofRevision(resource, position.branch(), position.tip()))));
        branchLock.ifPresent(
                exclusive -> locks.add(new Wanted(exclusive, Reservation.ofBranch(resource, position.branch()))));
        resourceLock.ifPresent(exclusive -> locks.add(new Wanted(exclusive, Reservation.ofResource(resource))));
        return locks;
    }

    private static Optional<Boolean> lock(XmlElement checkout, QName typeName, QName scopeName) {
        Optional<XmlElement> type = checkout.child(typeName);
        Optional<XmlElement> scope = checkout.child(scopeName);
        if (type.isEmpty() && scope.isEmpty()) {
            return Optional.empty();
        }
        boolean write = type.flatMap(kind -> kind.child(Rfc4918.WRITE)).isPresent();
        boolean exclusive = scope.flatMap(kind -> kind.child(Rfc4918.EXCLUSIVE)).isPresent();
        boolean shared = scope.flatMap(kind -> kind.child(Rfc4918.SHARED)).isPresent();
        if (!write || exclusive == shared) {
            throw DavException.unprocessable("A lock is a write lock, exclusive or shared.");
        }
        return Optional.of(exclusive);
    }
}

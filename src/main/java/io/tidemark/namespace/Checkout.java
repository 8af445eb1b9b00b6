package io.tidemark.namespace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** That somebody works on what is to become a resource's next revision: on a working resource, or in place. */
@Entity
@DynamicUpdate
@Table(name = "checkout")
public class Checkout {

    @Id
    @Column(name = "working_id")
    private UUID workingId;

    @Column(name = "resource_id", nullable = false)
    private UUID resourceId;

    @Column(name = "base_number", nullable = false)
    private int baseNumber;

    @Column(name = "branch_number", nullable = false)
    private int branchNumber;

    /** The member through whose URL it was checked out; null for a revision's own URL. */
    @Column(name = "member_id")
    private @Nullable Long memberId;

    @Column(nullable = false)
    private String principal;

    @Column(name = "owner_xml")
    private @Nullable String ownerXml;

    @Column
    private @Nullable String comment;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    /**
     * A checkout that has just been made.
     *
     * @param workingId the working resource; the resource itself when it is checked out in place
     * @param position the branch, and its newest revision, which is checked out
     * @param ownerXml the {@code DAV:owner} element as the client sent it
     * @param comment why
     * @param createdAt now
     */
    public Checkout(
            UUID workingId,
            UUID resourceId,
            BranchPosition position,
            @Nullable Long memberId,
            String principal,
            @Nullable String ownerXml,
            @Nullable String comment,
            Instant createdAt) {
        this.workingId = workingId;
        this.resourceId = resourceId;
        this.baseNumber = position.tip();
        this.branchNumber = position.branch();
        this.memberId = memberId;
        this.principal = principal;
        this.ownerXml = ownerXml;
        this.comment = comment;
        this.createdAt = createdAt;
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Checkout() {}

    /** What is worked on: a working resource, or in place the resource itself. */
    public UUID workingId() {
        return workingId;
    }

    /** The resource that is checked out. */
    public UUID resourceId() {
        return resourceId;
    }

    /** Whether it is checked out in place. */
    public boolean isInPlace() {
        return workingId.equals(resourceId);
    }

    /** The branch onto which it will be checked in, with the revision that was checked out. */
    public BranchPosition line() {
        return new BranchPosition(branchNumber, baseNumber);
    }

    /** The row of the name through which it was checked out; null for none. */
    public @Nullable Long memberId() {
        return memberId;
    }

    /** Who checked it out. */
    public String principal() {
        return principal;
    }

    /** The {@code DAV:owner} element that came with the request; null for none. */
    public @Nullable String ownerXml() {
        return ownerXml;
    }

    /** Why it was checked out; null when nobody said. */
    public @Nullable String comment() {
        return comment;
    }

    /** Since when. */
    public Instant createdAt() {
        return createdAt;
    }

    /** The checkout as it is now. */
    public CheckoutView view() {
        return new CheckoutView(workingId, resourceId, line(), memberId, principal);
    }

    /** Bases what is worked on on a newer revision. */
    void rebase(int revision) {
        baseNumber = revision;
    }
}

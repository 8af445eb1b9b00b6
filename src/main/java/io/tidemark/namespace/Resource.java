package io.tidemark.namespace;

import io.tidemark.kernel.sql.SqlStatement;
import io.tidemark.kernel.sql.TimeOrderedId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** An identity: what stays the same while names, content and properties change. It is shown through its revisions. */
@Entity
@DynamicUpdate
@Table(name = "resource")
public class Resource {

    /** The collection that {@code /files/} shows; the first migration makes it. */
    public static final UUID FILES = UUID.fromString("00000000-0000-7000-8000-000000000001");

    /** The collection that {@code /checkinsets/} shows: in it is one for each workspace, and in that its checkin sets. */
    public static final UUID CHECKINSETS = UUID.fromString("00000000-0000-7000-8000-000000000003");

    @Id
    private UUID id;

    @Column(nullable = false)
    private boolean collection;

    @Column(nullable = false)
    private String owner;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    /** The number of the revision that a plain request gets. */
    @Column(name = "revision_number", nullable = false)
    private int revisionNumber;

    /** Whether reports on collections above stop here. */
    @Column(name = "sync_boundary", nullable = false)
    private boolean syncBoundary;

    @Column(nullable = false)
    private boolean versioned;

    @Column(nullable = false)
    private boolean autoversioned;

    @Column(name = "sitting_rule", nullable = false)
    private int sittingRule;

    /** The number of the primary branch's newest revision. */
    @Column(name = "tip_number", nullable = false)
    private int tipNumber;

    /** The number of the newest revision on whichever branch. */
    @Column(name = "newest_number", nullable = false)
    private int newestNumber;

    /** How many revisions it keeps; null for all. */
    @Column(name = "max_revisions")
    private @Nullable Integer maxRevisions;

    /** Up to where the oldest revisions have been looked through for those that can go. */
    @Column(name = "condensed_to", nullable = false)
    private int condensedTo;

    /** Whether workspaces show it by members of their own; {@link OverrideRepository} says so. */
    @Column(nullable = false, insertable = false, updatable = false)
    private boolean overridden;

    /** A new resource with its first revision's number. */
    public Resource(boolean collection, Versioning versioning, String owner, Instant createdAt) {
        this.id = TimeOrderedId.next();
        this.collection = collection;
        this.versioned = versioning.enabled();
        this.autoversioned = versioning.auto();
        this.sittingRule = versioning.mode().rule();
        this.owner = owner;
        this.createdAt = createdAt;
        this.revisionNumber = 1;
        this.tipNumber = 1;
        this.newestNumber = 1;
    }

    /** A collection that goes on, in the tree of a workspace, from the revision that another shows. */
    static Resource goingOnFrom(ResourceView shown, Versioning versioning, String owner, Instant createdAt) {
        Resource collection = new Resource(true, versioning, owner, createdAt);
        collection.revisionNumber = shown.revision();
        collection.tipNumber = shown.revision();
        collection.newestNumber = shown.revision();
        return collection;
    }

    /** A resource that shows what is being worked on: a file of its own, which has no revision. */
    static Resource working(String owner, Instant createdAt) {
        Resource working = new Resource(false, Versioning.NONE, owner, createdAt);
        working.revisionNumber = ResourceView.CHECKED_OUT;
        return working;
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Resource() {}

    /** The statement that stores it, for those who send several at once; the persistence provider sends each by itself. */
    SqlStatement insertion() {
        return SqlStatement.insert("resource")
                .value("id", id)
                .value("collection", collection)
                .value("owner", owner)
                .value("created_at", createdAt)
                .value("revision_number", revisionNumber)
                .value("sync_boundary", syncBoundary)
                .value("versioned", versioned)
                .value("autoversioned", autoversioned)
                .value("sitting_rule", sittingRule)
                .value("tip_number", tipNumber)
                .value("newest_number", newestNumber)
                .value("max_revisions", maxRevisions)
                .value("condensed_to", condensedTo)
                .end();
    }

    /** The resource's identity: {@code DAV:resource-id} and {@code DAV:vresourceid}. */
    public UUID id() {
        return id;
    }

    /** Whether it is a collection. */
    public boolean isCollection() {
        return collection;
    }

    /** Who created it. */
    public String owner() {
        return owner;
    }

    /** When it was created. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Makes reports on collections above stop here, or look below again. */
    void setSyncBoundary(boolean syncBoundary) {
        this.syncBoundary = syncBoundary;
    }

    /** The number of the revision that a plain request gets. */
    public int revisionNumber() {
        return revisionNumber;
    }

    /** Whether it is under version control. */
    boolean isVersioned() {
        return versioned;
    }

    /** Whether workspaces showed it by members of their own when it was read. */
    boolean isOverridden() {
        return overridden;
    }

    /** The number of the primary branch's newest revision. */
    int tipNumber() {
        return tipNumber;
    }

    /** The number of the newest revision on whichever branch. */
    int newestNumber() {
        return newestNumber;
    }

    /** How many revisions it keeps; null for all. */
    @Nullable
    Integer maxRevisions() {
        return maxRevisions;
    }

    /** Keeps so many revisions from now on; null for all. */
    void keepRevisions(@Nullable Integer most) {
        maxRevisions = most;
        condensedTo = 0;
    }

    /** Up to where the oldest revisions have been looked through for those that can go. */
    int condensedTo() {
        return condensedTo;
    }

    /** Says that the revisions up to a number have been looked through. */
    void condenseTo(int number) {
        condensedTo = number;
    }

    /** Takes the next number for a revision. */
    int takeNumber() {
        newestNumber++;
        return newestNumber;
    }

    /** Makes a revision the primary branch's newest, and what a plain request gets unless it is checked out in place. */
    void moveTip(int number) {
        tipNumber = number;
        if (revisionNumber != ResourceView.CHECKED_OUT) {
            revisionNumber = number;
        }
    }

    /** Shows what is being worked on, or the primary branch's newest revision again. */
    void setCheckedOut(boolean checkedOut) {
        revisionNumber = checkedOut ? ResourceView.CHECKED_OUT : tipNumber;
    }
}

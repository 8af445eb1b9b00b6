package io.tidemark.namespace;

import io.tidemark.content.ContentHash;
import io.tidemark.kernel.sql.SqlStatement;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What a resource is, or was, at one time: its content, its media type and its dead properties. An unversioned resource
 * has exactly one, which is changed in place.
 */
@Entity
@DynamicUpdate
@Table(name = "revision")
public class Revision {

    @EmbeddedId
    private RevisionKey key;

    @Column(name = "content_hash")
    private byte @Nullable [] contentHash;

    @Column(name = "content_stored_at")
    private @Nullable Instant contentStoredAt;

    @Column(name = "content_length", nullable = false)
    private long contentLength;

    @Column(name = "content_type")
    private @Nullable String contentType;

    @Column(name = "content_language")
    private @Nullable String contentLanguage;

    @Column(name = "modified_at", nullable = false)
    private Instant modifiedAt;

    @Column(name = "property_set_id")
    private @Nullable Long propertySetId;

    @Column(nullable = false)
    private String author;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "branch_number", nullable = false)
    private int branchNumber;

    /** The revision that this one follows on its line; null for the first of all. */
    @Column
    private @Nullable Integer predecessor;

    @Column
    private @Nullable String comment;

    /** The path that a MOVE brought the resource from, percent-encoded. */
    @Column(name = "moved_from")
    private @Nullable String movedFrom;

    /** The revision of the same resource whose content and properties it shows again. */
    @Column(name = "restored_from")
    private @Nullable Integer restoredFrom;

    @Column(name = "can_thaw", nullable = false)
    private boolean canThaw = true;

    @Column(nullable = false)
    private boolean thawed;

    @Column(name = "ever_thawed", nullable = false)
    private boolean everThawed;

    @Column(name = "checkout_fork")
    @Enumerated(EnumType.STRING)
    private @Nullable Fork checkoutFork;

    @Column(name = "checkin_fork")
    @Enumerated(EnumType.STRING)
    private @Nullable Fork checkinFork;

    /** The lock whose writes still go into it; null for none. */
    @Column
    private @Nullable UUID sitting;

    /** A revision that follows another on a branch, and shows the same until it is changed. */
    Revision(Revision tip, int number, BranchPosition position, String author, Instant createdAt) {
        this.key = new RevisionKey(tip.key.resourceId(), number);
        this.contentHash = tip.contentHash;
        this.contentStoredAt = tip.contentStoredAt;
        this.contentLength = tip.contentLength;
        this.contentType = tip.contentType;
        this.contentLanguage = tip.contentLanguage;
        this.modifiedAt = tip.modifiedAt;
        this.propertySetId = tip.propertySetId;
        this.checkoutFork = tip.checkoutFork;
        this.checkinFork = tip.checkinFork;
        this.branchNumber = position.branch();
        this.sitting = position.sitting();
        this.predecessor = tip.number();
        this.author = author;
        this.createdAt = createdAt;
    }

    /** What is being worked on in a resource: it shows the same as a revision until it is changed. */
    static Revision checkedOut(UUID resource, Revision base, String author, Instant createdAt) {
        BranchPosition position = new BranchPosition(base.branchNumber, base.number());
        Revision state = new Revision(base, ResourceView.CHECKED_OUT, position, author, createdAt);
        state.key = new RevisionKey(resource, ResourceView.CHECKED_OUT);
        return state;
    }

    /** A first revision without content. */
    Revision(Resource resource) {
        this.key = new RevisionKey(resource.id(), resource.revisionNumber());
        this.modifiedAt = resource.createdAt();
        this.author = resource.owner();
        this.createdAt = resource.createdAt();
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Revision() {}

    /** The statement that stores it; see {@link Resource#insertion}. */
    SqlStatement insertion() {
        return SqlStatement.insert("revision")
                .value("resource_id", key.resourceId())
                .value("number", key.number())
                .value("content_hash", contentHash)
                .value("content_stored_at", contentStoredAt)
                .value("content_length", contentLength)
                .value("content_type", contentType)
                .value("content_language", contentLanguage)
                .value("modified_at", modifiedAt)
                .value("property_set_id", propertySetId)
                .value("author", author)
                .value("created_at", createdAt)
                .value("branch_number", branchNumber)
                .value("predecessor", predecessor)
                .value("comment", comment)
                .value("moved_from", movedFrom)
                .value("restored_from", restoredFrom)
                .value("can_thaw", canThaw)
                .value("thawed", thawed)
                .value("ever_thawed", everThawed)
                .value("checkout_fork", checkoutFork == null ? null : checkoutFork.name())
                .value("checkin_fork", checkinFork == null ? null : checkinFork.name())
                .value("sitting", sitting)
                .end();
    }

    /** The revision's number among those of its resource. */
    public int number() {
        return key.number();
    }

    /** Where it stands on its branch. */
    RevisionLine place() {
        return new RevisionLine(key, branchNumber, createdAt, predecessor);
    }

    /** Its resource. */
    UUID resourceId() {
        return key.resourceId();
    }

    /** The branch that it is on. */
    int branchNumber() {
        return branchNumber;
    }

    /** The revision that it follows on its line; null for the first of all. */
    @Nullable
    Integer predecessor() {
        return predecessor;
    }

    /** Follows another revision from now on, because the one that it followed goes. */
    void follow(@Nullable Integer number) {
        predecessor = number;
    }

    /** Who made the revision. */
    String author() {
        return author;
    }

    /** When the revision was made. */
    Instant createdAt() {
        return createdAt;
    }

    /** The lock whose writes still go into it; null for none. */
    @Nullable
    UUID sitting() {
        return sitting;
    }

    /** Says that no write goes into it any more. */
    void close() {
        sitting = null;
    }

    /** Takes over what another revision shows, apart from its dead properties. */
    void show(Revision other, Instant modified) {
        this.contentHash = other.contentHash;
        this.contentStoredAt = other.contentStoredAt;
        this.contentLength = other.contentLength;
        this.contentType = other.contentType;
        this.contentLanguage = other.contentLanguage;
        this.modifiedAt = modified;
    }

    /** Whether another revision shows the same, dead properties left aside. */
    boolean showsSame(Revision other) {
        return Arrays.equals(contentHash, other.contentHash)
                && Objects.equals(contentType, other.contentType)
                && Objects.equals(contentLanguage, other.contentLanguage);
    }

    /** When what it shows was last modified. */
    Instant modifiedAt() {
        return modifiedAt;
    }

    void setModifiedAt(Instant modified) {
        this.modifiedAt = modified;
    }

    /** Says that what is being worked on follows another revision from now on. */
    void setPredecessor(int number) {
        this.predecessor = number;
    }

    /** Why the revision was made. */
    @Nullable
    String comment() {
        return comment;
    }

    /** Says that the revision records a MOVE. */
    void setMovedFrom(String href) {
        this.movedFrom = href;
    }

    /** Says that the revision shows again what another of the same resource did. */
    void setRestoredFrom(int revision) {
        this.restoredFrom = revision;
    }

    /** Says whether the revision can be thawed. */
    void setCanThaw(boolean canThaw) {
        this.canThaw = canThaw;
    }

    /** Makes the revision mutable, or ends that; that it ever was stays known. */
    void setThawed(boolean thawed) {
        this.thawed = thawed;
        this.everThawed |= thawed;
    }

    /** What it says of being checked out a second time; null for nothing. */
    @Nullable
    Fork checkoutFork() {
        return checkoutFork;
    }

    void setCheckoutFork(@Nullable Fork rule) {
        this.checkoutFork = rule;
    }

    /** What it says of a second successor; null for nothing. */
    @Nullable
    Fork checkinFork() {
        return checkinFork;
    }

    void setCheckinFork(@Nullable Fork rule) {
        this.checkinFork = rule;
    }

    /** Says why the revision was made. */
    void setComment(@Nullable String comment) {
        this.comment = comment;
    }

    /** Says that an open revision is what a later write made of it. */
    void goOn(Instant now) {
        this.createdAt = now;
    }

    /** Of what has no history, the revision is whoever's wrote it last. */
    void rewrite(String newAuthor, Instant now) {
        this.author = newAuthor;
        this.createdAt = now;
    }

    /** Gives the revision its content, with what describes it. */
    void setBody(Body body, Instant now) {
        this.contentHash = body.hash().bytes();
        this.contentStoredAt = body.storedAt();
        this.contentLength = body.length();
        this.contentType = body.type();
        this.contentLanguage = body.language();
        this.modifiedAt = body.modifiedAt().orElse(now);
    }

    /** Sets the language alone. */
    public void setContentLanguage(@Nullable String language) {
        this.contentLanguage = language;
    }

    /** Points to another set of dead properties, or to none. */
    public void setPropertySetId(@Nullable Long propertySetId) {
        this.propertySetId = propertySetId;
    }

    /** The body's hash; a collection has none. */
    @Nullable
    ContentHash contentHash() {
        return contentHash == null ? null : ContentHash.of(contentHash);
    }

    /** The body's length in bytes; 0 of a collection. */
    long contentLength() {
        return contentLength;
    }

    /** The set of dead properties, if there are any. */
    public @Nullable Long propertySetId() {
        return propertySetId;
    }
}

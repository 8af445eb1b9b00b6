package io.tidemark.namespace;

import io.tidemark.content.ContentHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a GET sees: a resource as one of its revisions shows it.
 *
 * @param revision the revision's number
 * @param hash the body's hash; a collection has none
 * @param storedAt when the body was stored first; a collection has none
 * @param length the body's length in bytes
 * @param modifiedAt when the revision was last modified
 * @param propertySetId the set of its dead properties, or null when it has none
 * @param syncBoundary whether reports on collections above stop here
 * @param tip the number of the primary branch's newest revision
 * @param thawed whether the revision itself may be changed
 * @param sitting that the revision is open for the writes of a lock; null for most
 * @param hold the lock under which the current request writes; null for none, or where that makes no difference
 */
public record ResourceView(
        UUID id,
        boolean collection,
        String owner,
        Instant createdAt,
        int revision,
        @Nullable ContentHash hash,
        @Nullable Instant storedAt,
        long length,
        @Nullable String type,
        @Nullable String language,
        Instant modifiedAt,
        @Nullable Long propertySetId,
        boolean syncBoundary,
        Versioning versioning,
        int tip,
        boolean thawed,
        @Nullable Sitting sitting,
        @Nullable UUID hold) {

    /** The number that what is being worked on has among revisions: of a working resource, or of one checked out in place. */
    public static final int CHECKED_OUT = 0;

    /** The columns that {@link #read} reads, of a resource {@code r} and its revision {@code v}. */
    public static final String COLUMNS = "r.id, r.collection, r.owner, r.created_at, v.number, v.content_hash,"
            + " v.content_length, v.content_type, v.content_language, v.modified_at, v.property_set_id, r.sync_boundary,"
            + " " + Versioning.columns("r")
            + ", r.tip_number, v.thawed, v.content_stored_at, v.sitting, v.branch_number";

    /** How many columns that are. */
    public static final int WIDTH = 19;

    /** Reads a view from the columns that begin at {@code first}; null when an outer join found no resource there. */
    public static @Nullable ResourceView read(ResultSet row, int first) throws SQLException {
        UUID id = row.getObject(first, UUID.class);
        if (id == null) {
            return null;
        }
        byte[] hash = row.getBytes(first + 5);
        OffsetDateTime storedAt = row.getObject(first + 16, OffsetDateTime.class);
        UUID sitting = row.getObject(first + 17, UUID.class);
        long propertySet = row.getLong(first + 10);
        boolean noProperties = row.wasNull();
        return new ResourceView(
                id,
                row.getBoolean(first + 1),
                row.getString(first + 2),
                row.getObject(first + 3, OffsetDateTime.class).toInstant(),
                row.getInt(first + 4),
                hash == null ? null : ContentHash.of(hash),
                storedAt == null ? null : storedAt.toInstant(),
                row.getLong(first + 6),
                row.getString(first + 7),
                row.getString(first + 8),
                row.getObject(first + 9, OffsetDateTime.class).toInstant(),
                noProperties ? null : propertySet,
                row.getBoolean(first + 11),
                Versioning.read(row, first + 12),
                row.getInt(first + 14),
                row.getBoolean(first + 15),
                sitting == null ? null : new Sitting(sitting, row.getInt(first + 18)),
                null);
    }

    /** {@link #read} where there is a resource. */
    public static ResourceView existing(ResultSet row, int first) throws SQLException {
        return Objects.requireNonNull(read(row, first));
    }

    /** The hash of a file's body. */
    public ContentHash body() {
        return Objects.requireNonNull(hash);
    }

    /** Where a plain write puts a new revision; null when it changes the one that is shown. */
    public @Nullable BranchPosition line() {
        boolean inPlace = !versioning.enabled() || revision == CHECKED_OUT || (collection && !versioning.auto());
        if (inPlace || (revision == tip && isContinuedOn(BranchPosition.PRIMARY))) {
            return null;
        }
        return BranchPosition.primary(tip, revision).under(hold);
    }

    /** Whether what the current request writes goes into the revision that is shown, if it is on that branch. */
    public boolean isContinuedOn(int branch) {
        return sitting != null && sitting.lock().equals(hold) && sitting.branch() == branch;
    }

    /** Whether the current request is one of those that the revision is open for. */
    boolean isContinued() {
        return sitting != null && sitting.lock().equals(hold);
    }

    /** Whether a change needs neither a checkout nor a lock before. */
    public boolean isWritable() {
        return versioning.auto() && (versioning.mode() != AutoVersion.LOCKED_ONLY || hold != null);
    }

    /** The same, as a request sees it that writes under a lock. */
    public ResourceView heldBy(UUID lock) {
        return with(sitting, lock);
    }

    /** The same, as if the revision were not open: what comes next is another. */
    public ResourceView closed() {
        return with(null, hold);
    }

    private ResourceView with(@Nullable Sitting open, @Nullable UUID lock) {
        return new ResourceView(
                id,
                collection,
                owner,
                createdAt,
                revision,
                hash,
                storedAt,
                length,
                type,
                language,
                modifiedAt,
                propertySetId,
                syncBoundary,
                versioning,
                tip,
                thawed,
                open,
                lock);
    }

    /** Whether this is a working resource, which shows at its own URL alone. */
    public boolean isWorking() {
        return revision == CHECKED_OUT && !versioning.enabled();
    }

    /** Whether this is what somebody works on in place, and no revision yet. */
    public boolean isCheckedOutInPlace() {
        return revision == CHECKED_OUT && versioning.enabled();
    }

    /** The number of the revision that is shown, for {@code Revision-Id}; 0 when it has no id. */
    public int shownRevision() {
        return versioning.enabled() ? revision : 0;
    }
}

package io.tidemark.lock;

import io.tidemark.kernel.xml.VersioningDraft;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * What a lock that came with a checkout keeps other checkouts and checkins from (protocol, section 4.7): a revision, a
 * branch, or a whole resource under version control.
 *
 * @param branch the branch's number, also that of a revision; null for the whole resource
 * @param revision the revision's number; null for more than a revision
 */
public record Reservation(
        UUID resource, @Nullable Integer branch, @Nullable Integer revision) {

    /** The whole resource, whichever revision. */
    public static Reservation ofResource(UUID resource) {
        return new Reservation(resource, null, null);
    }

    /** A branch with all its revisions. */
    public static Reservation ofBranch(UUID resource, int branch) {
        return new Reservation(resource, branch, null);
    }

    /** One revision, which is on a branch. */
    public static Reservation ofRevision(UUID resource, int branch, int revision) {
        return new Reservation(resource, branch, revision);
    }

    /** Whether something is part of both. */
    boolean overlaps(Reservation other) {
        return resource.equals(other.resource)
                && (branch == null || other.branch == null || branch.equals(other.branch))
                && (revision == null || other.revision == null || revision.equals(other.revision));
    }

    /** How the versioning draft calls the element that says what kind of lock it is. */
    QName lockType() {
        if (revision != null) {
            return VersioningDraft.REVISIONLOCKTYPE;
        }
        return branch == null ? VersioningDraft.VRLOCKTYPE : VersioningDraft.BRANCHLOCKTYPE;
    }

    /** How the versioning draft calls the element that says whether it is exclusive. */
    QName lockScope() {
        if (revision != null) {
            return VersioningDraft.REVISIONLOCKSCOPE;
        }
        return branch == null ? VersioningDraft.VRLOCKSCOPE : VersioningDraft.BRANCHLOCKSCOPE;
    }
}

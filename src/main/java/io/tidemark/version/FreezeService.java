package io.tidemark.version;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.RevisionNoteRepository;
import io.tidemark.target.FilesTarget;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Makes revisions mutable, and ends that. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FreezeService {

    @Inject
    private Admission admission;

    @Inject
    private RevisionDetailsRepository details;

    @Inject
    private RevisionNoteRepository notes;

    /**
     * Thaws a revision, or freezes it again.
     *
     * @return the revision's number
     * @throws DavException 409 {@code not-versioned}, or when it is so already; 403 when it cannot be thawed
     */
    @Write
    public int setThawed(DavPath path, VersionHeaders headers, Preconditions preconditions, boolean thawed) {
        WriteIntent intent = WriteIntent.modify(path).of(headers).wherever();
        FilesTarget target = admission.admit(preconditions, intent);
        if (target.isCollection()) {
            throw DavException.methodNotAllowed();
        }
        ResourceView revision = target.versioned();
        if (revision.isCheckedOutInPlace()) {
            throw DavException.of(409, Conditions.MUST_BE_CHECKED_IN);
        }
        if (revision.thawed() == thawed) {
            throw DavException.conflict("The revision is so already.");
        }
        boolean canThaw = details.find(revision.id(), revision.revision())
                .map(RevisionDetails::canThaw)
                .orElse(false);
        if (thawed && !canThaw) {
            throw DavException.of(403, Conditions.CAN_THAW);
        }
        notes.setThawed(revision, thawed);
        return revision.revision();
    }
}

package io.tidemark.files;

import io.tidemark.content.Contents;
import io.tidemark.content.StagedBody;
import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.StorageLimit;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.SafeSave;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.namespace.Body;
import io.tidemark.namespace.Mappings;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.NewFiles;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.FilesTarget;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** PUT in one transaction, once the body has arrived. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PutService {

    @Inject
    private Admission admission;

    @Inject
    private Contents contents;

    @Inject
    private Namespace namespace;

    @Inject
    private Mappings mappings;

    @Inject
    private NewFiles files;

    @Inject
    private Replacement replacement;

    @Inject
    private SafeSaves saves;

    @Inject
    private StorageLimit limit;

    /**
     * Refuses what would be refused as things are now, before a long body is read for nothing.
     *
     * @param length the body's length in bytes; 0 where nobody knows
     */
    public void preview(DavPath path, VersionHeaders revision, Preconditions preconditions, long length) {
        FilesTarget target = admission.preview(preconditions, intent(path, revision));
        check(target);
        limit.preview(target, length);
    }

    /** Stores the body at a path. */
    @Write
    public Outcome put(
            DavPath path,
            VersionHeaders revision,
            Preconditions preconditions,
            SafeSave wish,
            Upload upload,
            StagedBody staged) {
        FilesTarget target = admission.admit(preconditions, intent(path, revision));
        check(target);
        Outcome outcome = store(path, wish, target, upload.body(staged), staged);
        return outcome;
    }

    private Outcome store(DavPath path, SafeSave wish, FilesTarget target, Body body, StagedBody staged) {
        if (target.isMapped()) {
            return replacement.replace(target, body.storedAt(contents.keep(staged)));
        }
        Parent parent = target.existingParent();
        Optional<ResourceView> deleted = saves.deletedAt(target, wish);
        if (deleted.isPresent()) {
            Body kept = body.storedAt(contents.keep(staged));
            mappings.map(parent, path.name(), deleted.get().id());
            int number = namespace.setBody(deleted.get(), deleted.get().line(), kept);
            return new Outcome(true, body.hash().entityTag(), number);
        }
        files.add(parent, path.name(), target.memberId(), body, staged);
        return new Outcome(true, body.hash().entityTag(), parent.versioning().enabled() ? 1 : 0);
    }

    private static WriteIntent intent(DavPath path, VersionHeaders revision) {
        return WriteIntent.write(path).of(revision).wherever();
    }

    private static void check(FilesTarget target) {
        if (target.isCollection()) {
            throw DavException.methodNotAllowed();
        }
        if (target.isMapped()) {
            target.modifiable();
        } else {
            target.existingParent();
        }
    }
}

package io.tidemark.files;

import io.tidemark.content.Contents;
import io.tidemark.content.StagedBody;
import io.tidemark.guard.Admission;
import io.tidemark.guard.StorageLimit;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.error.DavException;
import io.tidemark.namespace.Body;
import io.tidemark.namespace.Mappings;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.NewFiles;
import io.tidemark.namespace.Parent;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.SittingRepository;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** What a PUT does in its transaction, whoever began that. */
@ApplicationScoped
public class FilePut {

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
    private SittingRepository sittings;

    @Inject
    private StorageLimit limit;

    /**
     * Refuses what would be refused as things are now. It locks nothing, and promises nothing.
     *
     * @param length the body's length in bytes; 0 where nobody knows
     * @return what the path names
     */
    public FilesTarget preview(PutRequest request, long length) {
        FilesTarget target = admission.preview(request.preconditions(), intent(request));
        check(target);
        limit.preview(target, length);
        return target;
    }

    /** Admits the request, and stores the body at its path. */
    public Outcome put(PutRequest request, StagedBody staged) {
        FilesTarget target = admission.admit(request.preconditions(), intent(request));
        check(target);
        return store(request, target, request.upload().body(staged), staged);
    }

    private Outcome store(PutRequest request, FilesTarget target, Body body, StagedBody staged) {
        if (target.isMapped()) {
            return replacement.replace(target, body.storedAt(contents.keep(staged)));
        }
        Parent parent = target.existingParent();
        Optional<ResourceView> deleted = saves.deletedAt(target, request.wish());
        if (deleted.isPresent()) {
            Body kept = body.storedAt(contents.keep(staged));
            mappings.map(parent, request.path().name(), deleted.get().id());
            int number = namespace.setBody(deleted.get(), deleted.get().line(), kept);
            return new Outcome(true, body.hash().entityTag(), number);
        }
        UUID added = files.add(parent, request.path().name(), target.memberId(), body, staged);
        admission.holdOnNew(target).ifPresent(lock -> sittings.openFirst(added, lock));
        return new Outcome(true, body.hash().entityTag(), parent.versioning().enabled() ? 1 : 0);
    }

    private static WriteIntent intent(PutRequest request) {
        return WriteIntent.write(request.path()).of(request.revision()).wherever();
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

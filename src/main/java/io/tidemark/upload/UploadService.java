package io.tidemark.upload;

import io.tidemark.content.StagedBody;
import io.tidemark.files.FilePut;
import io.tidemark.files.Outcome;
import io.tidemark.files.PutRequest;
import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.StorageLimit;
import io.tidemark.guard.Write;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The steps of an upload that comes in several requests, each in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UploadService {

    @Inject
    private Admission admission;

    @Inject
    private Targets targets;

    @Inject
    private UploadRepository uploads;

    @Inject
    private UploadCeiling ceiling;

    @Inject
    private StorageLimit limit;

    @Inject
    private FilePut files;

    /**
     * Begins an upload.
     *
     * @throws DavException 405 where there is one, 507 {@code too-many-uploads}
     */
    @Write
    public void begin(Upload upload, Preconditions preconditions) {
        if (admission.admit(preconditions, upload.path(), Set.of(), Set.of()).isMapped()) {
            throw DavException.methodNotAllowed();
        }
        // One of Nextcloud's that is complete does not show any more, but its row is there.
        uploads.find(upload.principal(), upload.name()).ifPresent(old -> uploads.delete(old.id()));
        ceiling.checkNumber(upload.principal());
        uploads.insert(upload);
    }

    /**
     * Lets a request go on with a resumable upload; one that is under way does not any more.
     *
     * @return the upload, whose writer is the request
     * @throws UploadRefusal when the request does not go together with what has come
     */
    @Write
    public Upload resume(DavPath path, Preconditions preconditions, Append append) {
        Upload upload = lock(admission.admit(preconditions, path, Set.of(), Set.of()));
        append.check(upload);
        Upload told = upload.of(append.length().orElse(upload.length()));
        UUID writer = UUID.randomUUID();
        uploads.hand(upload.id(), writer, told.length(), ceiling.expiry());
        return uploads.lock(upload.id()).orElseThrow();
    }

    /** Lets no request go on that is under way, so that the upload stays as it is until the next. */
    @Write
    public Upload interrupt(DavPath path, Preconditions preconditions) {
        Upload upload = lock(admission.admit(preconditions, path, Set.of(), Set.of()));
        uploads.interrupt(upload.id());
        return upload;
    }

    /**
     * Counts bytes of a part that are on the disk now.
     *
     * @param upload as its writer knows it
     * @throws DavException 409 when another request goes on with the upload; 507 when it is too much
     */
    @Write
    public void land(Upload upload, Part part, long more, Preconditions preconditions) {
        Optional<FilesTarget> target = enter(upload, upload.path(), preconditions);
        if (!uploads.count(upload.id(), upload.writer(), more, 0, ceiling.expiry())) {
            throw overtaken();
        }
        if (!uploads.extend(part, more)) {
            ceiling.checkParts(upload.parts());
            uploads.insert(new Part(part.upload(), part.number(), part.name(), more, part.file()));
            uploads.count(upload.id(), upload.writer(), 0, 1, ceiling.expiry());
        }
        hold(upload, target, more);
    }

    /**
     * Takes a chunk that has come whole.
     *
     * @return the one that it replaces
     * @throws DavException 404 when the upload is gone, 507 when it is too much
     */
    @Write
    public Optional<Part> chunk(Upload upload, DavPath path, Part part, Preconditions preconditions) {
        Optional<FilesTarget> target = enter(upload, path, preconditions);
        Upload now =
                uploads.lock(upload.id()).filter(locked -> !locked.completed()).orElseThrow(DavException::notFound);
        Optional<Part> replaced = uploads.part(now.id(), part.number());
        replaced.ifPresentOrElse(uploads::delete, () -> ceiling.checkParts(now.parts()));
        uploads.insert(part);
        UUID writer = UUID.randomUUID();
        uploads.hand(now.id(), writer, now.length(), ceiling.expiry());
        long more = part.length() - replaced.map(Part::length).orElse(0L);
        uploads.count(now.id(), writer, more, replaced.isPresent() ? 0 : 1, ceiling.expiry());
        hold(now, target, more);
        return replaced;
    }

    /**
     * Stores the whole: the one change that anybody sees.
     *
     * @param upload as it was when its parts were put together
     * @throws DavException as PUT; 409 when something has come since, or another request has stored it
     */
    @Write
    public Outcome finish(PutRequest put, Preconditions preconditions, Upload upload, StagedBody staged) {
        Outcome outcome = files.put(put, staged);
        limit.release(upload.id());
        if (!uploads.complete(upload.id(), upload.writer(), put.path().href(), ceiling.expiryOfCompleted())) {
            throw overtaken();
        }
        return outcome;
    }

    /**
     * Notes that the whole has been imported.
     *
     * @param upload as it was when its parts were unpacked
     * @throws DavException 404 when it is gone; 409 when something has come since, or another request has imported it
     */
    @Write
    public void complete(Upload upload, Preconditions preconditions) {
        lock(admission.admit(preconditions, upload.path(), Set.of(), Set.of()));
        if (!uploads.complete(upload.id(), upload.writer(), upload.target(), ceiling.expiryOfCompleted())) {
            throw overtaken();
        }
    }

    /**
     * Forgets an upload, or a chunk of one.
     *
     * @return what it was
     * @throws DavException 404 when there is neither
     */
    @Write
    public Target forget(DavPath path, Preconditions preconditions) {
        Target target = admission.admit(preconditions, path, Set.of(), Set.of());
        Part part = target instanceof ChunkTarget chunk ? chunk.part() : null;
        if (target instanceof ChunkTarget chunk && part != null) {
            Upload upload = lock(new UploadTarget(path.parent(), chunk.upload()));
            uploads.delete(part);
            uploads.count(upload.id(), upload.writer(), -part.length(), -1, ceiling.expiry());
            through(upload).ifPresent(at -> limit.hold(upload.id(), at, -part.length()));
        } else {
            Upload upload = lock(target);
            uploads.delete(upload.id());
            limit.release(upload.id());
        }
        return target;
    }

    private Upload lock(Target target) {
        if (!(target instanceof UploadTarget found)) {
            throw target.isMapped() ? DavException.methodNotAllowed() : DavException.notFound();
        }
        return uploads.lock(found.upload().id()).orElseThrow(DavException::notFound);
    }

    /** Enters where the whole will go, so that its quotas stay what they are until the commit. */
    private Optional<FilesTarget> enter(Upload upload, DavPath path, Preconditions preconditions) {
        Optional<FilesTarget> target = through(upload);
        admission.admit(
                preconditions,
                path,
                target.map(FilesTarget::lineage).map(Set::copyOf).orElse(Set.of()),
                Set.of());
        return target;
    }

    /** What an archive holds counts when it is unpacked. */
    private Optional<FilesTarget> through(Upload upload) {
        if (upload.isImport()) {
            return Optional.empty();
        }
        return targets.of(upload.targetPath()) instanceof FilesTarget target ? Optional.of(target) : Optional.empty();
    }

    private void hold(Upload upload, Optional<FilesTarget> target, long more) {
        target.ifPresent(at -> limit.hold(upload.id(), at, more));
        ceiling.checkBytes(upload.principal(), 0);
    }

    /** What a request is told when another one has taken its upload over. */
    static DavException overtaken() {
        return DavException.conflict("Another request goes on with the upload.");
    }
}

package io.tidemark.upload;

import io.tidemark.content.AnnouncedChecksums;
import io.tidemark.files.MethodHandler;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.StorageLimit;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.Checksum;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** PUT of a chunk of one of Nextcloud's uploads, which counts when it has come whole. */
@ApplicationScoped
public class ChunkPut implements MethodHandler {

    @EJB
    private UploadService service;

    @Inject
    private Targets targets;

    @Inject
    private UploadCeiling ceiling;

    @Inject
    private StorageLimit limit;

    @Inject
    private PartFiles files;

    @Override
    public String method() {
        return HttpMethod.PUT;
    }

    @Override
    public boolean answers(Target target) {
        return target instanceof ChunkTarget;
    }

    @Override
    public Optional<Response> take(DavRequest request) {
        if (!request.path().subtree().equals(UploadsSubtree.NAME)) {
            return Optional.empty();
        }
        Target target = targets.of(request.path());
        if (target instanceof ChunkTarget chunk) {
            return Optional.of(put(chunk, request));
        }
        if (target.isMapped()) {
            throw DavException.methodNotAllowed();
        }
        throw targets.of(request.path().parent()) instanceof UploadTarget upload && upload.isCollection()
                ? DavException.badRequest("A chunk's name begins with a number.")
                : DavException.conflict("The upload that this would be a chunk of does not exist.");
    }

    private Response put(ChunkTarget chunk, DavRequest request) {
        if (request.header("Content-Encoding") != null) {
            throw DavException.of(415, "Chunks are taken as they are, without a content encoding.");
        }
        Preconditions preconditions = Preconditions.of(request);
        Upload upload = chunk.upload();
        List<Checksum> checksums = Appending.checksums(request);
        checksums.addAll(Checksum.parse(request.header(Checksum.HEADER)));
        long announced = request.contentLength().orElse(0L);
        long more = announced - chunk.length().orElse(0);
        ceiling.checkBytes(upload.principal(), more);
        if (targets.of(upload.targetPath()) instanceof FilesTarget destination) {
            limit.preview(destination, more);
        }
        UUID file = UUID.randomUUID();
        try {
            long length = files.receiveWhole(
                    upload.id(), file, request.body(), ceiling.maxBytes(), new AnnouncedChecksums(checksums));
            Part part = new Part(upload.id(), chunk.number(), request.path().name(), length, file);
            Optional<Part> replaced = service.chunk(upload, request.path(), part, preconditions);
            replaced.ifPresent(old -> files.delete(upload.id(), old.file()));
            return Response.status(replaced.isPresent() ? 204 : 201).build();
        } catch (RuntimeException e) {
            files.delete(upload.id(), file);
            throw e;
        }
    }
}

package io.tidemark.upload;

import io.tidemark.files.DeleteHandler;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** DELETE ends an upload that is not to be gone on with, or takes back a chunk. */
@ApplicationScoped
public class UploadDeleteHandler implements DeleteHandler {

    @EJB
    private UploadService service;

    @Inject
    private PartFiles files;

    @Override
    public boolean disposesOf(Target target) {
        return target instanceof UploadTarget || (target instanceof ChunkTarget && target.isMapped());
    }

    @Override
    public void dispose(DavRequest request) {
        Target gone = service.forget(request.path(), Preconditions.of(request));
        if (gone instanceof ChunkTarget chunk && chunk.part() != null) {
            files.delete(chunk.upload().id(), chunk.part().file());
        } else if (gone instanceof UploadTarget upload) {
            files.delete(upload.upload().id());
        }
    }
}

package io.tidemark.files;

import io.tidemark.content.Receiver;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.ContentType;
import io.tidemark.kernel.http.DavRequest;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Locale;

/** What a POST of a tar archive to a collection does, wherever the archive comes from (docs/protocol.md, Importing). */
@ApplicationScoped
public class Imports {

    @Inject
    private Receiver receiver;

    @EJB
    private ImportService service;

    @EJB
    private HistoryImportService histories;

    /**
     * Refuses what would be refused as things are now, before an archive is read for nothing.
     *
     * @throws DavException 404 when nothing is mapped there, 405 for what is no collection, 412 and 415
     */
    public void preview(DavRequest request) {
        service.preview(request.path(), Preconditions.of(request));
        requireTar(request);
    }

    /**
     * Imports an archive, batch by batch; what is there just so is left alone, so that it can be done again.
     *
     * @return 200, or the status of the first entry that could not be imported
     */
    public Response run(DavRequest request, InputStream archive) {
        ImportRun run = new ImportRun(receiver, service, histories, request.path(), Preconditions.of(request));
        ImportAnswer answer = new ImportAnswer(run);
        try {
            run.run(new TarReader(archive));
            return ContentType.set(Response.ok(), ContentType.XML)
                    .entity(answer.done())
                    .build();
        } catch (DavException e) {
            return ContentType.set(Response.status(ImportAnswer.status(e)), ContentType.XML)
                    .entity(answer.stopped(e))
                    .build();
        }
    }

    private static void requireTar(DavRequest request) {
        String type = request.header("Content-Type");
        String essence = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!essence.equals("application/x-tar")) {
            throw DavException.of(415, "POST takes an archive of the type application/x-tar.");
        }
    }
}

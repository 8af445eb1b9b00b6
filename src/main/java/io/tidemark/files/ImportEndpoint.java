package io.tidemark.files;

import io.tidemark.content.Receiver;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.ContentType;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.DavMethod;
import io.tidemark.target.FilesSubtree;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;

/**
 * POST of a tar archive to a collection: puts all that it holds there (docs/protocol.md, Importing). What else takes POST
 * is other rooms' {@link PostHandler}.
 */
@Path("{path: .*}")
@ApplicationScoped
public class ImportEndpoint implements DavMethod {

    @Inject
    private Receiver receiver;

    @EJB
    private ImportService service;

    @Inject
    private Targets targets;

    @Inject
    private MethodHandlers handlers;

    @Any
    @Inject
    private Instance<PostHandler> postings;

    @Override
    public boolean answers(Target target) {
        return (target instanceof FilesTarget && target.isCollection())
                || posting(target).isPresent();
    }

    /** Answers as the {@link PostHandler} does; else 200, or the status of the first entry that could not be imported. */
    @POST
    public Response post(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        Optional<Response> elsewhere = handlers.take(HttpMethod.POST, request);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        if (!request.path().subtree().equals(FilesSubtree.NAME)) {
            Optional<PostHandler> posting = posting(targets.of(request.path()));
            if (posting.isPresent()) {
                return posting.get().post(request);
            }
        }
        Preconditions preconditions = Preconditions.of(request);
        service.preview(request.path(), preconditions);
        requireTar(request);
        ImportRun run = new ImportRun(receiver, service, request.path(), preconditions);
        ImportAnswer answer = new ImportAnswer(run);
        try {
            run.run(new TarReader(request.body()));
            return ContentType.set(Response.ok(), ContentType.XML)
                    .entity(answer.done())
                    .build();
        } catch (DavException e) {
            return ContentType.set(Response.status(ImportAnswer.status(e)), ContentType.XML)
                    .entity(answer.stopped(e))
                    .build();
        }
    }

    private Optional<PostHandler> posting(Target target) {
        return postings.stream().filter(posting -> posting.takes(target)).findFirst();
    }

    private static void requireTar(DavRequest request) {
        String type = request.header("Content-Type");
        String essence = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!essence.equals("application/x-tar")) {
            throw DavException.of(415, "POST takes an archive of the type application/x-tar.");
        }
    }
}

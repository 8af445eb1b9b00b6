package io.tidemark.history.restore;

import io.tidemark.files.MethodHandler;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.ContentType;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Locale;
import java.util.Optional;

/** POST of XML to a collection: {@code T:restore} lets it be what it was, {@code T:undo} takes a change back. */
@ApplicationScoped
public class RestorePostHandler implements MethodHandler {

    @EJB
    private RestoreService service;

    @Inject
    private Targets targets;

    @Inject
    private XmlReader xml;

    @Inject
    private OwnOrigins origins;

    @Override
    public String method() {
        return HttpMethod.POST;
    }

    @Override
    public boolean answers(Target target) {
        return target instanceof FilesTarget files && files.isCollection() && files.isAtName() && !files.isSelected();
    }

    @Override
    public Optional<Response> take(DavRequest request) {
        if (!isXml(request) || !answers(targets.of(request.path()))) {
            return Optional.empty();
        }
        XmlElement body = xml.read(request.body());
        Preconditions preconditions = Preconditions.of(request);
        Restored restored;
        if (body.is(Tidemark.RESTORE)) {
            restored = service.restore(request.path(), preconditions, RestoreRequest.parse(body, request, origins));
        } else if (body.is(Tidemark.UNDO)) {
            restored = service.undo(request.path(), preconditions, UndoRequest.parse(body, request, origins));
        } else {
            throw DavException.unprocessable("POST of XML to a collection takes T:restore or T:undo.");
        }
        StreamingOutput answer = out -> RestoredAnswer.write(restored, out);
        return Optional.of(
                ContentType.set(Response.ok(), ContentType.XML).entity(answer).build());
    }

    private static boolean isXml(DavRequest request) {
        String type =
                Optional.ofNullable(request.header("Content-Type")).orElse("").toLowerCase(Locale.ROOT);
        String essence = type.split(";", 2)[0].strip();
        return essence.equals("application/xml") || essence.equals("text/xml");
    }
}

package io.tidemark.access;

import io.tidemark.apppassword.AppPasswords.Made;
import io.tidemark.apppassword.Wish;
import io.tidemark.files.MethodHandler;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.ContentType;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.kernel.xml.XmlWriter;
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

/** POST to the collection of one's app passwords makes one (docs/protocol.md, App passwords). */
@ApplicationScoped
public class AppPasswordPostHandler implements MethodHandler {

    @EJB
    private AppPasswordService service;

    @Inject
    private XmlReader xml;

    @Inject
    private OwnOrigins origins;

    @Inject
    private Caller caller;

    @Inject
    private Targets targets;

    @Override
    public String method() {
        return HttpMethod.POST;
    }

    @Override
    public boolean answers(Target target) {
        return target instanceof AppPasswordCollection;
    }

    /** Answers 201 with the secret, which nobody can ask for again. */
    @Override
    public Optional<Response> take(DavRequest request) {
        boolean here = AppPasswordTree.holds(request.path()) && answers(targets.of(request.path()));
        return here ? Optional.of(post(request)) : Optional.empty();
    }

    private Response post(DavRequest request) {
        if (!request.path().name().equals(caller.name())) {
            throw DavException.of(403, "App passwords are made by their users.");
        }
        requireXml(request);
        Wish wish = AppPasswordRequest.parse(xml.read(request.body()), request, origins);
        Made made = service.make(request.path(), Preconditions.of(request), wish);
        DavPath path = request.path().child(made.password().selector(), false);
        StreamingOutput answer = out -> {
            try (XmlWriter writer = new XmlWriter(out)) {
                writer.root(Tidemark.APP_PASSWORD);
                AppPasswordProperty.describe(made.password(), writer);
                writer.element(Tidemark.USER, made.password().principal());
                writer.element(Tidemark.SECRET, made.secret());
            }
        };
        return ContentType.set(Response.status(201), ContentType.XML)
                .header("Location", path.href())
                .header("Cache-Control", "no-store")
                .entity(answer)
                .build();
    }

    /** A page of another site can make a browser send forms with its user's password, but no XML. */
    private static void requireXml(DavRequest request) {
        String type =
                Optional.ofNullable(request.header("Content-Type")).orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/xml") && !type.startsWith("text/xml")) {
            throw DavException.of(415, "The body that describes an app password is XML.");
        }
    }
}

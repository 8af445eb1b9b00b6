package io.tidemark.files;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.ContentType;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.target.DavMethod;
import io.tidemark.target.Methods;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * OPTIONS (RFC 7231, section 4.3.7; RFC 4918, section 10.1): what the server can do, and what answers at this URL; to a body
 * that asks for it, where configurations and maps are (protocol, section 5.1).
 */
@Path("{path: .*}")
@ApplicationScoped
public class OptionsEndpoint implements DavMethod {

    private static final String COMPLIANCE =
            "1, 2, 3, access-control, extended-mkcol, bind, version-control, checkout-in-place, update, label";
    private static final String BASICS = "DAV:basicversioning";

    @Inject
    private XmlReader xml;

    @Inject
    private Targets targets;

    @Inject
    private Methods methods;

    @Any
    @Inject
    private Instance<VersioningFeature> features;

    @Any
    @Inject
    private Instance<OptionsHeaders> headers;

    @Override
    public boolean answers(Target target) {
        return true;
    }

    /** Answers 200, with a body if the request has one. */
    @OPTIONS
    public Response options(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        Optional<XmlElement> asked = xml.readOptional(request.body());
        asked.filter(body -> !body.is(ConfigurationDraft.OPTIONS)).ifPresent(body -> {
            throw DavException.unprocessable("The body is no DAV:options.");
        });
        List<VersioningFeature> known = features.stream()
                .sorted(Comparator.comparing(VersioningFeature::name))
                .toList();
        Target target = targets.of(request.path());
        String allow = String.join(", ", methods.at(target));
        Response.ResponseBuilder response = Response.ok()
                .header("DAV", COMPLIANCE)
                .header(
                        "Versioning",
                        Stream.concat(Stream.of(BASICS), known.stream().map(VersioningFeature::name))
                                .collect(Collectors.joining(", ")))
                .header("MS-Author-Via", "DAV")
                .header("Allow", allow)
                .header("Public", allow);
        headers.forEach(more -> more.of(target).forEach(response::header));
        asked.ifPresent(body -> ContentType.set(response, ContentType.XML).entity(new OptionsAnswer(known, body)));
        return response.build();
    }
}

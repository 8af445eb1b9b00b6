package io.tidemark.rights.report;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.http.Prefer;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.property.Properties;
import io.tidemark.property.PropertyAnswer;
import io.tidemark.property.PropertyContext;
import io.tidemark.property.PropertyRequest;
import io.tidemark.report.Report;
import io.tidemark.target.Target;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;

/** A report whose items are principals, each with the properties that were asked for. */
abstract class PrincipalReport implements Report {

    @Inject
    private Properties properties;

    /** The principals. */
    abstract List<Target> principals(Target target, XmlElement body, DavRequest request);

    /** Requires the depth that RFC 3744 requires of its reports. */
    static void requireDepthZero(DavRequest request) {
        if (request.depth(Depth.ZERO) != Depth.ZERO) {
            throw DavException.badRequest("The report has Depth 0.");
        }
    }

    /** Whether a path is {@code /principals/} or one of its collections of users and of groups. */
    static boolean isOfPrincipals(Target target) {
        DavPath path = target.path();
        return target.isMapped()
                && target.isCollection()
                && !path.isRoot()
                && PrincipalSearch.COLLECTIONS.stream().anyMatch(path::samePlace);
    }

    /** The properties that a body asks for; none when it does not say. */
    static PropertyRequest asked(XmlElement body) {
        return body.child(Rfc4918.PROP)
                .map(PropertyRequest::prop)
                .orElseGet(() -> new PropertyRequest(PropertyRequest.Kind.PROP, Set.of()));
    }

    @Override
    public Response answer(Target target, XmlElement body, DavRequest request) {
        requireDepthZero(request);
        List<Target> principals = principals(target, body, request);
        PropertyRequest asked = asked(body);
        boolean minimal = request.prefer().minimal();
        return MultistatusResponse.of(multistatus -> {
                    PropertyAnswer answer = properties.answer(asked, minimal);
                    PropertyContext context = properties.context(principals);
                    principals.forEach(principal -> answer.write(principal, context, multistatus));
                })
                .header("Preference-Applied", minimal ? Prefer.MINIMAL : null)
                .build();
    }
}

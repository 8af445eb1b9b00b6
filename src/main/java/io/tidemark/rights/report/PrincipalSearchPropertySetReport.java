package io.tidemark.rights.report;

import io.tidemark.kernel.http.ContentType;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.xml.Rfc3744;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.report.Report;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import javax.xml.namespace.QName;

/** {@code DAV:principal-search-property-set}: by what principals can be searched for (RFC 3744, section 9.5). */
@ApplicationScoped
public class PrincipalSearchPropertySetReport implements Report {

    @Override
    public QName name() {
        return Rfc3744.PRINCIPAL_SEARCH_PROPERTY_SET;
    }

    @Override
    public boolean isSupportedOn(Target target) {
        return PrincipalReport.isOfPrincipals(target);
    }

    @Override
    public Response answer(Target target, XmlElement body, DavRequest request) {
        PrincipalReport.requireDepthZero(request);
        StreamingOutput answer = out -> {
            try (XmlWriter xml = new XmlWriter(out)) {
                xml.root(name()).start(Rfc3744.PRINCIPAL_SEARCH_PROPERTY);
                xml.start(Rfc4918.PROP).empty(Rfc4918.DISPLAYNAME).end();
                xml.startWith(Rfc3744.DESCRIPTION, "xml:lang", "en")
                        .text("Name")
                        .end();
            }
        };
        return ContentType.set(Response.ok(), ContentType.XML).entity(answer).build();
    }
}

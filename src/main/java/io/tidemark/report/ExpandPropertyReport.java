package io.tidemark.report;

import io.tidemark.kernel.http.CredentialScope;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.property.Properties;
import io.tidemark.property.PropertyRegistry;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import javax.xml.namespace.QName;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code DAV:expand-property}: properties, and those of what their values refer to (RFC 3253, section 3.8). */
@ApplicationScoped
public class ExpandPropertyReport implements Report {

    @Inject
    private Targets targets;

    @Inject
    private CredentialScope scope;

    @Inject
    private XmlReader xml;

    @Inject
    private OwnOrigins origins;

    @Inject
    private PropertyRegistry registry;

    @Inject
    private Properties properties;

    @Inject
    @ConfigProperty(name = "tidemark.propfind.max-infinite", defaultValue = "20000")
    private int maxResponses;

    @Override
    public QName name() {
        return Rfc3253.EXPAND_PROPERTY;
    }

    @Override
    public boolean isSupportedOn(Target target) {
        return target.isMapped();
    }

    @Override
    public Response answer(Target target, XmlElement body, DavRequest request) {
        List<WantedProperty> wanted = WantedProperty.parse(body);
        StoredLinks links = new StoredLinks(xml, origins, request.host());
        return MultistatusResponse.of(multistatus -> new Expansion(
                                targets, scope, links, registry, properties, maxResponses, multistatus)
                        .write(target, wanted))
                .build();
    }
}

package io.tidemark.configuration;

import io.tidemark.files.VersioningFeature;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.ConfigurationPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import javax.xml.namespace.QName;

/** OPTIONS tells where configurations are made (protocol, section 5.1). */
@ApplicationScoped
public class ConfigurationFeature implements VersioningFeature {

    @Override
    public String name() {
        return "DAV:configurations";
    }

    @Override
    public void describe(XmlWriter xml) {
        xml.start(ConfigurationDraft.CONFIGROOT)
                .href(ConfigurationPath.ROOT.href())
                .end();
    }

    @Override
    public Map<QName, DavPath> collectionSets() {
        return Map.of(Rfc3253.WORKSPACE_COLLECTION_SET, ConfigurationPath.ROOT);
    }
}

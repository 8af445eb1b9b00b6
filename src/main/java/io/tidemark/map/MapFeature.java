package io.tidemark.map;

import io.tidemark.files.VersioningFeature;
import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.XmlWriter;
import jakarta.enterprise.context.ApplicationScoped;

/** OPTIONS tells where maps are made, and in which styles (protocol, section 5.1). */
@ApplicationScoped
public class MapFeature implements VersioningFeature {

    @Override
    public String name() {
        return "DAV:mapping";
    }

    @Override
    public void describe(XmlWriter xml) {
        xml.start(ConfigurationDraft.MAPSTYLES);
        for (MapStyle style : MapStyle.values()) {
            style.words().forEach(word -> xml.element(ConfigurationDraft.MAPSTYLE, word));
        }
        xml.end();
        xml.start(ConfigurationDraft.MAPROOT).href(MapsSubtree.ROOT.href()).end();
    }
}

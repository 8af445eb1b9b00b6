package io.tidemark.configuration.property;

import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:basetime}: the time of the parent's state that it began with; empty when it follows the parent, or has none. */
@ApplicationScoped
public class BasetimeProperty extends ConfigurationProperty {

    @Override
    public QName name() {
        return ConfigurationDraft.BASETIME;
    }

    @Override
    protected void write(Configuration configuration, XmlWriter xml) {
        xml.element(
                name(),
                configuration.baseTime() == null ? "" : configuration.baseTime().toString());
    }
}

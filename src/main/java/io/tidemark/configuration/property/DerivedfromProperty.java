package io.tidemark.configuration.property;

import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Configuration;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.SeenConfigurations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.xml.namespace.QName;

/** {@code DAV:derivedfrom}: the URL of the configuration that it is derived from; empty for none that shows. */
@ApplicationScoped
public class DerivedfromProperty extends ConfigurationProperty {

    @Inject
    private SeenConfigurations configurations;

    @Override
    public QName name() {
        return ConfigurationDraft.DERIVEDFROM;
    }

    @Override
    protected void write(Configuration configuration, XmlWriter xml) {
        UUID parent = configuration.parentId();
        xml.element(
                name(),
                parent == null || !configurations.show(parent)
                        ? ""
                        : ConfigurationPath.of(parent).href());
    }
}

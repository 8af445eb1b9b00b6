package io.tidemark.configuration.property;

import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.ConfigurationRepository;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.xml.namespace.QName;

/** {@code DAV:defaultconfiguration} of the configuration root: what requests see that name no configuration. */
@ApplicationScoped
public class DefaultconfigurationProperty implements LiveProperty {

    @Inject
    private ConfigurationRepository configurations;

    @Override
    public QName name() {
        return ConfigurationDraft.DEFAULTCONFIGURATION;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.path().samePlace(ConfigurationPath.ROOT);
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name())
                .href(ConfigurationPath.of(configurations.defaultConfiguration())
                        .href())
                .end();
    }
}

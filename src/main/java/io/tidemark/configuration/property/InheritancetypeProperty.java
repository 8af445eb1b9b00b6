package io.tidemark.configuration.property;

import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:inheritancetype}: how new revisions come from the configuration that it is derived from. */
@ApplicationScoped
public class InheritancetypeProperty extends ConfigurationProperty {

    @Override
    public QName name() {
        return ConfigurationDraft.INHERITANCETYPE;
    }

    @Override
    protected void write(Configuration configuration, XmlWriter xml) {
        xml.element(
                name(),
                switch (configuration.inheritance()) {
                    case NONE -> "DAV:None";
                    case MANUAL -> "DAV:Manual";
                    case AUTO -> "DAV:Auto";
                });
    }
}

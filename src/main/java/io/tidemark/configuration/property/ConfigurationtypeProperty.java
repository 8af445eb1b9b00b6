package io.tidemark.configuration.property;

import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:configurationtype}: what its members come to be by. */
@ApplicationScoped
public class ConfigurationtypeProperty extends ConfigurationProperty {

    @Override
    public QName name() {
        return ConfigurationDraft.CONFIGURATIONTYPE;
    }

    @Override
    protected void write(Configuration configuration, XmlWriter xml) {
        xml.element(name(), configuration.isWorkspace() ? "DAV:Workspace" : "DAV:Dynamic");
    }
}

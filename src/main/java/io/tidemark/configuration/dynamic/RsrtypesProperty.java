package io.tidemark.configuration.dynamic;

import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:rsrtypes}: the kinds of selection rules that a dynamic configuration takes. */
@ApplicationScoped
public class RsrtypesProperty implements LiveProperty {

    @Override
    public QName name() {
        return ConfigurationDraft.RSRTYPES;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return SelectionruleProperty.isDynamicConfiguration(target);
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name()).empty(ConfigurationDraft.BASICRSR).end();
    }
}

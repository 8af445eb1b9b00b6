package io.tidemark.checkinset.property;

import io.tidemark.checkinset.CheckinSetPath;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.xml.namespace.QName;

/** {@code DAV:checkinsetroot}: where the checkin sets of a configuration are; empty where nothing is checked in. */
@ApplicationScoped
public class CheckinsetrootProperty implements LiveProperty {

    @Inject
    private Targets targets;

    @Override
    public QName name() {
        return ConfigurationDraft.CHECKINSETROOT;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return ConfigurationPath.isTree(target);
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        DavPath root =
                CheckinSetPath.of(ConfigurationPath.configuration(target.path()).orElseThrow());
        xml.start(name());
        if (targets.of(root).isMapped()) {
            xml.href(root.href());
        }
        xml.end();
    }
}

package io.tidemark.configuration.inheritance;

import io.tidemark.configuration.property.ConfigurationProperty;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Configuration;
import io.tidemark.target.RevisionsSubtree;
import io.tidemark.target.Targets;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.xml.namespace.QName;

/** {@code DAV:resolutionqueue}: the revisions that are to be taken over, or merged. */
@ApplicationScoped
public class ResolutionqueueProperty extends ConfigurationProperty {

    @Inject
    private ResolutionQueue queue;

    @Inject
    private Visibility visibility;

    @Inject
    private Targets targets;

    @Override
    public QName name() {
        return ConfigurationDraft.RESOLUTIONQUEUE;
    }

    @Override
    protected void write(Configuration configuration, XmlWriter xml) {
        xml.start(name());
        queue.read(configuration.id(), item -> {
            // Another name of the file may be the one that lets the caller through.
            if (visibility.shows(item.resource()) && !targets.isHidden(DavPath.parse(item.path()))) {
                write(item, xml);
            }
        });
        xml.end();
    }

    private static void write(ResolutionItem item, XmlWriter xml) {
        String version = RevisionsSubtree.revisionPath(item.resource(), item.number(), false)
                .href();
        xml.start(ConfigurationDraft.RESOLUTIONITEM)
                .start(ConfigurationDraft.RESOLUTIONTYPE)
                .empty(item.conflict() ? ConfigurationDraft.CONFLICT : ConfigurationDraft.UPDATE)
                .end()
                .element(ConfigurationDraft.RESOURCE, item.path())
                .element(ConfigurationDraft.NEWVERSION, version)
                .end();
    }
}

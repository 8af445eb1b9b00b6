package io.tidemark.property;

import io.tidemark.journal.CollectionTimes;
import io.tidemark.kernel.http.HttpDate;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.namespace.QName;

/**
 * {@code DAV:getlastmodified} (RFC 4918, section 15.7). A collection's follows the journal: were it stored at every change
 * of its members, they would wait for one another.
 */
@ApplicationScoped
public class GetlastmodifiedProperty implements LiveProperty {

    private record Times(Map<UUID, Instant> ofCollections) {}

    @Inject
    private CollectionTimes times;

    @Override
    public QName name() {
        return Rfc4918.GETLASTMODIFIED;
    }

    @Override
    public boolean inAllprop() {
        return true;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.resource() != null;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        ResourceView resource = target.mapped();
        Instant modified = resource.collection()
                ? context.shared(Times.class, this::read)
                        .ofCollections()
                        .getOrDefault(resource.id(), resource.modifiedAt())
                : resource.modifiedAt();
        xml.element(name(), HttpDate.format(modified));
    }

    private Times read(List<Target> page) {
        return new Times(times.changedAt(page.stream()
                .map(Target::resource)
                .filter(resource -> resource != null && resource.collection())
                .map(ResourceView::id)
                .toList()));
    }
}

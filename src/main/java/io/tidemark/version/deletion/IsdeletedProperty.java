package io.tidemark.version.deletion;

import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.Ancestors;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.Target;
import io.tidemark.target.Tombstone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.xml.namespace.QName;

/** {@code DAV:isdeleted}: whether no URL leads to the resource any more but those of its history. */
@ApplicationScoped
public class IsdeletedProperty implements LiveProperty {

    private record Known(Map<UUID, Boolean> deleted) {}

    @Inject
    private Ancestors ancestors;

    @Override
    public QName name() {
        return VersioningDraft.ISDELETED;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isVersioned();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        UUID resource = target.mapped().id();
        boolean mapped = target.isAtName();
        boolean deleted = target instanceof Tombstone
                || (!mapped
                        && context.shared(Known.class, page -> new Known(new HashMap<>()))
                                .deleted()
                                .computeIfAbsent(resource, id -> !ancestors.isInFiles(id)));
        xml.element(name(), deleted ? "1" : "0");
    }
}

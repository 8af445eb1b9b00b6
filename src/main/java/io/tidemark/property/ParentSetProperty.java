package io.tidemark.property;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.xml.Rfc5842;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.Target;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.xml.namespace.QName;

/** {@code DAV:parent-set}: every collection and name that the resource is mapped at (RFC 5842, section 3.2). */
@ApplicationScoped
public class ParentSetProperty implements LiveProperty {

    private record PageMappings(
            Map<UUID, List<MemberRepository.Mapping>> ofResources, Map<UUID, Optional<DavPath>> collections) {}

    @Inject
    private MemberRepository members;

    @Inject
    private Visibility visibility;

    @Override
    public QName name() {
        return Rfc5842.PARENT_SET;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.resource() != null;
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        ResourceView resource = target.mapped();
        PageMappings mappings = context.shared(PageMappings.class, this::read);
        xml.start(name());
        for (MemberRepository.Mapping mapping : mappings.ofResources().getOrDefault(resource.id(), List.of())) {
            mappings.collections()
                    .computeIfAbsent(mapping.collectionId(), visibility::path)
                    .ifPresent(path -> xml.start(Rfc5842.PARENT)
                            .href(path.href())
                            .element(Rfc5842.SEGMENT, mapping.name())
                            .end());
        }
        xml.end();
    }

    private PageMappings read(List<Target> page) {
        List<UUID> resources = page.stream()
                .map(Target::resource)
                .filter(Objects::nonNull)
                .map(ResourceView::id)
                .distinct()
                .toList();
        return new PageMappings(members.mappingsOf(resources), new HashMap<>());
    }
}

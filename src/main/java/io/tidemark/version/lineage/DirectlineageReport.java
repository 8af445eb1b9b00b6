package io.tidemark.version.lineage;

import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.FilesTarget;
import io.tidemark.version.RevisionIdRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.namespace.QName;

/**
 * {@code DAV:directlineage}: a revision and those from which it descends, each by its distinguished predecessor (protocol,
 * section 4.8). A resource that the URL had before counts with the newest of its primary branch that was there.
 */
@ApplicationScoped
public class DirectlineageReport extends LineageReport {

    @Inject
    private RevisionIdRepository revisions;

    @Override
    public QName name() {
        return VersioningDraft.DIRECTLINEAGE;
    }

    @Override
    List<RevisionRange> stretches(FilesTarget target, NameHistoryRepository.Mapping mapping) {
        ResourceView resource = target.mapped();
        if (mapping.resource().equals(resource.id())) {
            int shown = resource.revision() == ResourceView.CHECKED_OUT ? resource.tip() : resource.revision();
            return direct(resource.id(), shown);
        }
        return revisions
                .numberAt(mapping.resource(), null, mapping.until().minus(1, ChronoUnit.MICROS))
                .map(shown -> direct(mapping.resource(), shown))
                .orElse(List.of());
    }
}

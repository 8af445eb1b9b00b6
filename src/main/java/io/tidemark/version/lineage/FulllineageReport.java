package io.tidemark.version.lineage;

import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.xml.namespace.QName;

/** {@code DAV:fulllineage}: the whole graph of revisions (protocol, section 4.8). */
@ApplicationScoped
public class FulllineageReport extends LineageReport {

    @Override
    public QName name() {
        return VersioningDraft.FULLLINEAGE;
    }

    @Override
    List<RevisionRange> stretches(FilesTarget target, NameHistoryRepository.Mapping mapping) {
        return full(mapping.resource());
    }
}

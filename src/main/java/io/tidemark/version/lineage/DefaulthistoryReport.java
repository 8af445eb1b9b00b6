package io.tidemark.version.lineage;

import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.xml.namespace.QName;

/** {@code DAV:defaulthistory}: the revisions that a plain request to the URL has got over time (protocol, section 4.8). */
@ApplicationScoped
public class DefaulthistoryReport extends RevisionReport {

    @Inject
    private NameHistoryRepository names;

    @Inject
    private LineageRepository revisions;

    @Override
    public QName name() {
        return VersioningDraft.DEFAULTHISTORY;
    }

    /** A revision's own URL has always shown that revision. */
    @Override
    public boolean isSupportedOn(Target target) {
        return super.isSupportedOn(target) && target.isAtName();
    }

    @Override
    void write(FilesTarget target, LineageRequest asked, RevisionItems items) {
        new DefaultHistory(names, revisions, asked.limit(), items).write(target);
    }
}

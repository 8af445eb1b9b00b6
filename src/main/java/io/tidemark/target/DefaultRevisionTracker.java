package io.tidemark.target;

import io.tidemark.namespace.BranchPosition;
import io.tidemark.namespace.DefaultRevisions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** What a URL shows after a write made a revision through it (protocol, sections 4.6 and 5.3). */
@ApplicationScoped
public class DefaultRevisionTracker {

    @Inject
    private DefaultRevisions defaults;

    /**
     * A workspace shows what was made in it. In the files, what was chosen gives way to the newest of the primary branch.
     *
     * @param position where the revision was made; null when none was
     */
    public void made(FilesTarget target, @Nullable BranchPosition position, int number) {
        if (position == null) {
            return;
        }
        if (target instanceof ConfiguredTarget && target.isFile()) {
            defaults.choose(target.rowId(), target.mapped().id(), number);
        } else if (position.isPrimary()) {
            defaults.end(target.memberId());
        }
    }
}

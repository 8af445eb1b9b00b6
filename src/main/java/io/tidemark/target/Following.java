package io.tidemark.target;

import io.tidemark.namespace.DefaultRevisions;
import io.tidemark.namespace.Line;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** What a URL shows after a write made a revision through it (protocol, sections 4.6 and 5.3). */
@ApplicationScoped
public class Following {

    @Inject
    private DefaultRevisions defaults;

    /**
     * A workspace shows what was made in it. In the files, what was chosen gives way to the newest of the primary branch.
     *
     * @param line where the revision was made; null when none was
     */
    public void made(FilesTarget target, @Nullable Line line, int number) {
        if (line == null) {
            return;
        }
        if (target instanceof ConfiguredTarget && target.isFile()) {
            defaults.choose(target.rowId(), target.mapped().id(), number);
        } else if (line.isPrimary()) {
            defaults.end(target.memberId());
        }
    }
}

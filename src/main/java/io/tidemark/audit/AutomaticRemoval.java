package io.tidemark.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Says in the audit log what the server has taken away by itself, because a policy says so (docs/operations.md). */
public final class AutomaticRemoval {

    private static final Logger LOG = Logger.getLogger(AuditHandler.CATEGORY);

    private AutomaticRemoval() {}

    /**
     * Says that revisions of a file have gone.
     *
     * @param path the file's path, decoded
     * @param revisions their ids
     */
    public static void log(String path, UUID resource, List<String> revisions) {
        if (LOG.isInfoEnabled()) {
            LOG.info(AuditLine.ofServer(Instant.now(), path, resource, revisions));
        }
    }
}

package io.tidemark.files.archive;

import io.tidemark.content.ContentHash;
import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of bodies, many at a time. */
@ApplicationScoped
class BodyRepository {

    private static final int AT_ONCE = 64;

    private static final String SELECT =
            "select hash, body from content where body is not null and hash in (" + Sql.placeholders(AT_ONCE) + ")";

    @Inject
    private Sql sql;

    /** The bodies of those hashes whose rows hold them. */
    Map<ContentHash, byte[]> bodies(List<ContentHash> hashes) {
        Map<ContentHash, byte[]> bodies = new HashMap<>();
        for (List<ContentHash> some : Sql.pages(hashes, AT_ONCE)) {
            Object[] parameters =
                    Collections.nCopies(AT_ONCE, some.get(0).bytes()).toArray();
            for (int i = 0; i < some.size(); i++) {
                parameters[i] = some.get(i).bytes();
            }
            sql.list(SELECT, row -> bodies.put(ContentHash.of(row.getBytes(1)), row.getBytes(2)), parameters);
        }
        return bodies;
    }
}

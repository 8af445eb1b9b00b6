package io.tidemark.files.archive;

import io.tidemark.content.ContentHash;
import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of bodies, many at a time. */
@ApplicationScoped
class BodyRepository {

    @Inject
    private Sql sql;

    /** The bodies of those hashes whose rows hold them. */
    Map<ContentHash, byte[]> bodies(List<ContentHash> hashes) {
        Map<ContentHash, byte[]> bodies = new HashMap<>();
        sql.list(
                "select hash, body from content where body is not null and hash = any(?)",
                row -> bodies.put(ContentHash.of(row.getBytes(1)), row.getBytes(2)),
                hashes.stream().map(ContentHash::bytes).toList());
        return bodies;
    }
}

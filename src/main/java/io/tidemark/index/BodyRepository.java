package io.tidemark.index;

import io.tidemark.content.ContentHash;
import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies that there are, as an index has to know them. */
@ApplicationScoped
class BodyRepository {

    @Inject
    private Sql sql;

    /**
     * A stored body.
     *
     * @param inline the body itself if its row holds it
     */
    record StoredBody(ContentHash hash, long length, byte @Nullable [] inline) {}

    /** The hashes of bodies that come after one, in their order. */
    List<ContentHash> after(ContentHash last, int limit) {
        return sql.list(
                "select hash from content where hash > ? order by hash" + Sql.firstRows(limit),
                row -> ContentHash.of(row.getBytes(1)),
                last.bytes());
    }

    /** A body; empty when it has been deleted. */
    Optional<StoredBody> find(ContentHash hash) {
        return sql.first(
                "select length, body from content where hash = ?",
                row -> new StoredBody(hash, row.getLong(1), row.getBytes(2)),
                hash.bytes());
    }

    /** A resource that has, or had, a body. */
    Optional<UUID> holder(ContentHash hash) {
        return sql.first(
                "select v.resource_id from content c join revision v on v.content_stored_at = c.stored_at"
                        + " and v.content_hash = c.hash where c.hash = ? fetch first 1 rows only",
                row -> row.getObject(1, UUID.class),
                hash.bytes());
    }
}

package io.tidemark.waiting;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What can be watched, and what of it has changed: as far as changes have numbers. */
@ApplicationScoped
public class WatchRepository {

    @Inject
    private Sql sql;

    /** Of some collections, those in whose scope something has changed since a change. */
    Set<UUID> collections(Collection<UUID> watched, long since) {
        return new HashSet<>(sql.list(
                "select collection_id from collection_mark where number > ? and collection_id = any(?)",
                row -> row.getObject(1, UUID.class),
                since,
                watched));
    }

    /** The names at which resources are. */
    public Set<Long> namesOf(Collection<UUID> resources) {
        return new HashSet<>(sql.list(
                "select member_id from member_mark where resource_id = any(?)", row -> row.getLong(1), resources));
    }

    /** Of some members, those that have changed themselves since a change. */
    public Set<Long> members(Collection<Long> watched, long since) {
        return new HashSet<>(sql.list(
                "select member_id from member_mark where number > ? and member_id = any(?)",
                row -> row.getLong(1),
                since,
                watched));
    }
}

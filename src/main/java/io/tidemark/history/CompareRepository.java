package io.tidemark.history;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Finds names that may differ between two states, and where resources were. */
@ApplicationScoped
class CompareRepository {

    private static final String PLACES = "select m.collection_id, m.name from member m where m.resource_id = ?"
            + " and m.mapped_at <= ? and not m.held"
            + " union select m.collection_id, m.name from former_member f join member m on m.id = f.member_id"
            + " where f.resource_id = ? and f.mapped_at <= ? and f.unmapped_at > ? and not m.held";

    @Inject
    private Sql sql;

    /** A name in a collection. */
    record Place(UUID collection, String name) {}

    /** The names of a collection at which, or below which, something changed after a change; {@code limit} at most. */
    List<String> changedAfter(UUID collection, long change, int limit) {
        return sql.list(
                "select m.name from (select member_id from member_mark where collection_id = ? and mark > ?"
                        + " order by collection_id, mark, member_id fetch first ? rows only) k"
                        + " join member m on m.id = k.member_id",
                row -> row.getString(1),
                collection,
                change,
                limit);
    }

    /** The names that a collection has, or had; {@code limit} at most. */
    List<String> names(UUID collection, int limit) {
        return sql.list(
                "select name from member where collection_id = ? order by collection_id, name fetch first ? rows only",
                row -> row.getString(1),
                collection,
                limit);
    }

    /** The names at which a resource was mapped at a time. */
    List<Place> places(UUID resource, Instant moment) {
        OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
        return sql.list(
                PLACES,
                row -> new Place(row.getObject(1, UUID.class), row.getString(2)),
                resource,
                at,
                resource,
                at,
                at);
    }
}

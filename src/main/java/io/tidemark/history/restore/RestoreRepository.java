package io.tidemark.history.restore;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What names were, beyond what listings of the past tell. */
@ApplicationScoped
class RestoreRepository {

    private static final String DESTROYED =
            " join former_member f on f.member_id = m.id and f.mapped_at <= ? and f.unmapped_at > ?"
                    + " join resource r on r.id = f.resource_id and r.newest_number = 0";

    @Inject
    private Sql sql;

    /** Where a resource is mapped since a time. */
    record Place(UUID collection, String name) {}

    /** What stood at a name, and has been destroyed. */
    record Destroyed(String name, UUID resource, boolean collection) {}

    /** The names in a collection that stood at a time for what has been destroyed since, with its slash if it was a collection. */
    List<Destroyed> destroyed(UUID collection, Instant moment, long change) {
        OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
        return sql.list(
                "select m.name, r.id, r.collection from member_mark k join member m on m.id = k.member_id"
                        + DESTROYED
                        + " where k.collection_id = ? and k.mark > ? order by m.name",
                RestoreRepository::destroyed,
                at,
                at,
                collection,
                change);
    }

    /** What a name stood for at a time, if that has been destroyed since. */
    Optional<Destroyed> destroyed(long member, Instant moment) {
        OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
        return sql.first(
                "select m.name, r.id, r.collection from member m" + DESTROYED + " where m.id = ?",
                RestoreRepository::destroyed,
                at,
                at,
                member);
    }

    /**
     * Whether the properties of a resource were written after a change, in the revision that showed them: of what is under no
     * version control.
     */
    boolean hasRewrittenProperties(UUID resource, long change) {
        return sql.first(
                        "select 1 from member_change c where c.member_id in (select id from member where resource_id = ?"
                                + " union select member_id from former_member where resource_id = ?)"
                                + " and c.resource_id = ? and c.number > ? and mod(c.deeds / 4, 2) = 1"
                                + " and c.revision_number is null fetch first 1 rows only",
                        row -> true,
                        resource,
                        resource,
                        resource,
                        change)
                .isPresent();
    }

    private static Destroyed destroyed(ResultSet row) throws SQLException {
        return new Destroyed(row.getString(1), row.getObject(2, UUID.class), row.getBoolean(3));
    }

    /** Whether a resource was moved away from a name after a time. */
    boolean wasMovedAway(long member, UUID resource, Instant moment) {
        return sql.first(
                        "select ending from former_member where member_id = ? and resource_id = ? and unmapped_at > ?"
                                + " order by unmapped_at fetch first 1 rows only",
                        row -> row.getString(1).equals("MOVED"),
                        member,
                        resource,
                        moment.atOffset(ZoneOffset.UTC))
                .orElse(false);
    }

    /** The names that a resource has since a time, and did not have then. */
    List<Place> placesSince(UUID resource, Instant moment) {
        OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
        return sql.list(
                "select m.collection_id, m.name from member m where m.resource_id = ? and not m.held and m.mapped_at > ?"
                        + " and not exists (select 1 from former_member f where f.member_id = m.id"
                        + " and f.resource_id = m.resource_id and f.mapped_at <= ? and f.unmapped_at > ?) order by m.id",
                row -> new Place(row.getObject(1, UUID.class), row.getString(2)),
                resource,
                at,
                at,
                at);
    }

    /** The collections that a resource was in at a time. */
    List<UUID> collectionsAt(UUID resource, Instant moment) {
        OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
        return sql.list(
                "select collection_id from member where resource_id = ? and not held and mapped_at <= ?"
                        + " union select m.collection_id from former_member f join member m on m.id = f.member_id"
                        + " where f.resource_id = ? and f.mapped_at <= ? and f.unmapped_at > ? and not m.held",
                row -> row.getObject(1, UUID.class),
                resource,
                at,
                resource,
                at,
                at);
    }

    /** The revision that somebody had chosen for a name at a time; empty for none in particular. */
    Optional<Integer> chosenAt(long member, UUID resource, Instant moment) {
        return sql
                .list(
                        "select d.number from default_choice d where d.member_id = ? and d.chosen_at <= ?"
                                + " and d.chosen_at >= coalesce((select max(f.mapped_at) from former_member f"
                                + " where f.member_id = d.member_id and f.resource_id = ? and f.mapped_at <= ?"
                                + " and f.unmapped_at > ?), (select m.mapped_at from member m where m.id = d.member_id))"
                                + " order by d.chosen_at desc fetch first 1 rows only",
                        row -> Optional.ofNullable(row.getObject(1, Integer.class)),
                        member,
                        moment.atOffset(ZoneOffset.UTC),
                        resource,
                        moment.atOffset(ZoneOffset.UTC),
                        moment.atOffset(ZoneOffset.UTC))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }
}

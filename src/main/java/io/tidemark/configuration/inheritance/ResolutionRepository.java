package io.tidemark.configuration.inheritance;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.kernel.sql.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of resolution queues. */
@ApplicationScoped
class ResolutionRepository {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String PAGE =
            "select configuration_id, resource_id, number, conflict, path, noted_at from resolution_item"
                    + " where configuration_id = ? and (resource_id > ? or (resource_id = ? and number > ?))%s"
                    + " order by configuration_id, resource_id, number fetch first ? rows only";

    @Inject
    private Sql sql;

    @Inject
    private UnitOfWork work;

    /** Stores an item, or stores it anew. */
    void store(ResolutionItem item) {
        work.entities().merge(item);
    }

    /** The revisions of a resource that a queue tells of. */
    List<Integer> numbers(UUID configuration, UUID resource) {
        return sql.list(
                "select number from resolution_item where configuration_id = ? and resource_id = ?",
                row -> row.getInt(1),
                configuration,
                resource);
    }

    /** A page of a queue, after an item; from the beginning after null. */
    List<ResolutionItem> page(UUID configuration, @Nullable ResolutionItem after, int limit) {
        UUID resource = after == null ? FIRST : after.resource();
        return sql.list(
                PAGE.formatted(""),
                ResolutionRepository::item,
                configuration,
                resource,
                resource,
                after == null ? 0 : after.number(),
                limit);
    }

    /** The same of those items that were stored at a time. */
    List<ResolutionItem> page(UUID configuration, @Nullable ResolutionItem after, Instant at, int limit) {
        UUID resource = after == null ? FIRST : after.resource();
        return sql.list(
                PAGE.formatted(" and noted_at = ?"),
                ResolutionRepository::item,
                configuration,
                resource,
                resource,
                after == null ? 0 : after.number(),
                at.atOffset(ZoneOffset.UTC),
                limit);
    }

    private static ResolutionItem item(ResultSet row) throws SQLException {
        ResolutionItem.Key key =
                new ResolutionItem.Key(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3));
        return new ResolutionItem(
                key,
                row.getBoolean(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }

    /** Of some revisions of a resource, those that any queue tells of. */
    List<Integer> awaited(UUID resource, Collection<Integer> numbers) {
        List<Object> parameters = new ArrayList<>(List.of(resource));
        parameters.addAll(numbers);
        return sql.list(
                "select number from resolution_item where resource_id = ? and number in ("
                        + Sql.placeholders(numbers.size()) + ")",
                row -> row.getInt(1),
                parameters.toArray());
    }

    /** Takes an item out of a queue, if it is there: also where somebody reads it, in no transaction. */
    void delete(UUID configuration, UUID resource, int number) {
        sql.update(
                "delete from resolution_item where configuration_id = ? and resource_id = ? and number = ?",
                configuration,
                resource,
                number);
    }
}

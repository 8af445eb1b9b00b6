package io.tidemark.configuration.inheritance;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

    private static final String PAGE = "select resource_id, number, conflict, path from resolution_item"
            + " where configuration_id = ? and (resource_id > ? or (resource_id = ? and number > ?))%s"
            + " order by configuration_id, resource_id, number fetch first ? rows only";

    @Inject
    private Sql sql;

    /** Stores an item, or stores it anew. */
    void store(UUID configuration, ResolutionItem item, Instant at) {
        int known = sql.update(
                "update resolution_item set conflict = ?, path = ?, noted_at = ?"
                        + " where configuration_id = ? and resource_id = ? and number = ?",
                item.conflict(),
                item.path(),
                at.atOffset(ZoneOffset.UTC),
                configuration,
                item.resource(),
                item.number());
        if (known == 0) {
            sql.update(
                    "insert into resolution_item (configuration_id, resource_id, number, conflict, path, noted_at)"
                            + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                    configuration,
                    item.resource(),
                    item.number(),
                    item.conflict(),
                    item.path(),
                    at.atOffset(ZoneOffset.UTC));
        }
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
        return new ResolutionItem(row.getObject(1, UUID.class), row.getInt(2), row.getBoolean(3), row.getString(4));
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

    /** Takes an item out of a queue. */
    void delete(UUID configuration, UUID resource, int number) {
        sql.update(
                "delete from resolution_item where configuration_id = ? and resource_id = ? and number = ?",
                configuration,
                resource,
                number);
    }
}

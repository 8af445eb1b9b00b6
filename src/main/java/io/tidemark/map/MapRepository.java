package io.tidemark.map;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.map.VersionMap.OfConfiguration;
import io.tidemark.map.VersionMap.OfRevisions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The maps that there are. */
@ApplicationScoped
class MapRepository {

    private static final String INSERT =
            "insert into version_map (name, configuration_id, resource_id, file_name, style,"
                    + " author, created_at) values (?, cast(? as uuid), cast(? as uuid), ?, ?, ?, ?) on conflict do nothing";

    @Inject
    private Sql sql;

    /** The map of a name. */
    Optional<VersionMap> find(String name) {
        return sql.first(
                "select configuration_id, resource_id, file_name, style from version_map where name = ?",
                MapRepository::map,
                name);
    }

    private static VersionMap map(ResultSet row) throws SQLException {
        UUID configuration = row.getObject(1, UUID.class);
        return configuration != null
                ? new OfConfiguration(configuration)
                : new OfRevisions(row.getObject(2, UUID.class), row.getString(3), MapStyle.valueOf(row.getString(4)));
    }

    /** A page of the names of all maps, in their order, after {@code after}. */
    List<String> list(String after, int limit) {
        return sql.list(
                "select name from version_map where name > ? order by name fetch first ? rows only",
                row -> row.getString(1),
                after,
                limit);
    }

    /** Stores a map, unless its name is taken; says whether it did. */
    boolean create(String name, VersionMap map, String author, Instant at) {
        UUID configuration = map instanceof OfConfiguration of ? of.configuration() : null;
        OfRevisions revisions = map instanceof OfRevisions of ? of : null;
        return sql.update(
                        INSERT,
                        name,
                        configuration,
                        revisions == null ? null : revisions.resource(),
                        revisions == null ? null : revisions.fileName(),
                        revisions == null ? null : revisions.style().name(),
                        author,
                        at.atOffset(ZoneOffset.UTC))
                > 0;
    }

    /** Whether a user has made so many. */
    boolean reaches(int count, String author) {
        return sql.reaches(count, "select 1 from version_map where author = ?", author);
    }

    /** Who made a map, its row locked until the transaction ends. */
    Optional<String> author(String name) {
        return sql.first("select author from version_map where name = ? for update", row -> row.getString(1), name);
    }

    /** Deletes a map. */
    void delete(String name) {
        sql.update("delete from version_map where name = ?", name);
    }
}

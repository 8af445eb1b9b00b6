package io.tidemark.map;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.kernel.sql.UnitOfWork;
import io.tidemark.map.VersionMap.OfConfiguration;
import io.tidemark.map.VersionMap.OfRevisions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The maps that there are. */
@ApplicationScoped
class MapRepository {

    @Inject
    private Sql sql;

    @Inject
    private UnitOfWork work;

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

    /** Stores a map under a name that is free; who takes it meanwhile has this transaction run again. */
    void create(String name, VersionMap map, String author, Instant at) {
        work.add(new StoredMap(name, map, author, at));
    }

    /** Whether a user has made so many. */
    boolean reaches(int count, String author) {
        return sql.reaches(count, "select 1 from version_map where author = ?", author);
    }

    /** A map, its row locked until the transaction ends. */
    Optional<StoredMap> lock(String name) {
        return Optional.ofNullable(work.entities().find(StoredMap.class, name, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Deletes a map that is locked. */
    void delete(StoredMap map) {
        work.entities().remove(map);
    }
}

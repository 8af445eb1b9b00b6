package io.tidemark.checkinset;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.sql.Sql;
import io.tidemark.kernel.sql.UnitOfWork;
import io.tidemark.namespace.RevisionKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Checkin sets, and which revisions were made in them. */
@ApplicationScoped
public class CheckinSetRepository {

    private static final String FIND =
            "select collection_id, configuration_id, closed from checkin_set where collection_id = ?";
    private static final String PATHS = "select c.resource_id, c.number, s.configuration_id, m.name from "
            + RevisionKey.KEYS + " join checkin c on c.resource_id = k.resource_id and c.number = k.number"
            + " join checkin_set s on s.collection_id = c.set_id join member m on m.resource_id = s.collection_id";

    @Inject
    private Sql sql;

    @Inject
    private UnitOfWork work;

    /** A set. */
    public Optional<CheckinSet> find(UUID collection) {
        return sql.first(FIND, CheckinSetRepository::set, collection);
    }

    /** A set, its row locked until the transaction ends. */
    public Optional<CheckinSet> lock(UUID collection) {
        return Optional.ofNullable(work.entities().find(CheckinSet.class, collection, LockModeType.PESSIMISTIC_WRITE));
    }

    private static CheckinSet set(ResultSet row) throws SQLException {
        return new CheckinSet(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3));
    }

    /** Stores an open set. */
    void create(UUID collection, UUID configuration, String author) {
        work.add(new CheckinSet(collection, configuration, author));
    }

    /** Whether a user has made so many. */
    boolean reaches(int count, String author) {
        return sql.reaches(count, "select 1 from checkin_set where author = ?", author);
    }

    /** Deletes a set that is locked, and that revisions were made in it. */
    void delete(CheckinSet set) {
        work.entities().remove(set);
    }

    /** Notes that a revision was made in a set. */
    void note(UUID resource, int number, CheckinSet set) {
        work.add(new Checkin(resource, number, set.collection()));
    }

    /** Of some revisions of a resource, those that are in a set. */
    Set<Integer> held(UUID resource, Collection<Integer> numbers) {
        List<Object> parameters = new ArrayList<>(List.of(resource));
        parameters.addAll(numbers);
        return new HashSet<>(sql.list(
                "select number from checkin where resource_id = ? and number in (" + Sql.placeholders(numbers.size())
                        + ")",
                row -> row.getInt(1),
                parameters.toArray()));
    }

    /** Whether a revision of a resource is in a set. */
    boolean holds(UUID resource) {
        return sql.first("select 1 from checkin where resource_id = ? fetch first 1 rows only", row -> true, resource)
                .isPresent();
    }

    /** The path of the set in which each of some revisions was made; nothing of those that were made in none. */
    public Map<RevisionKey, DavPath> paths(Collection<RevisionKey> revisions) {
        Map<RevisionKey, DavPath> paths = new HashMap<>();
        sql.list(
                PATHS,
                row -> paths.put(
                        RevisionKey.read(row),
                        CheckinSetPath.of(row.getObject(3, UUID.class)).child(row.getString(4), true)),
                RevisionKey.resources(revisions),
                RevisionKey.numbers(revisions));
        return paths;
    }
}

package io.tidemark.version;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.Branch;
import io.tidemark.namespace.Fork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what revisions say of themselves, many at a time, each by its key. */
@ApplicationScoped
public class RevisionDetailsRepository {

    private static final int KEYS = 200;
    private static final String KEY = "(cast(? as uuid), cast(? as integer))";

    private static final String DETAILS = "select v.resource_id, v.number, v.predecessor, b.id, v.author, v.created_at,"
            + " v.comment, v.moved_from, v.restored_from, v.can_thaw, v.thawed, v.ever_thawed,"
            + " v.checkout_fork, v.checkin_fork from %s"
            + " join revision v on v.resource_id = p.resource_id and v.number = p.number"
            + " left join branch b on b.resource_id = v.resource_id and b.number = v.branch_number";
    private static final String LABELS = "select l.resource_id, l.number, l.label from %s"
            + " join revision_label l on l.resource_id = p.resource_id and l.number = p.number order by l.label";
    private static final String ORIGINS = "select o.resource_id, o.number, o.origin, o.merged from %s"
            + " join revision_origin o on o.resource_id = p.resource_id and o.number = p.number";
    private static final String TARGETS = "select o.resource_id, o.origin, o.number, o.merged from %s"
            + " join revision_origin o on o.resource_id = p.resource_id and o.origin = p.number";
    private static final String FOLLOWERS = "select l.resource_id, l.predecessor, l.number from %s"
            + " join revision_line l on l.resource_id = p.resource_id and l.predecessor = p.number";

    @Inject
    private Sql sql;

    /** What names a revision. */
    public record Key(UUID resource, int number) {}

    /** The details of one revision. */
    public Optional<RevisionDetails> find(UUID resource, int number) {
        Key key = new Key(resource, number);
        return Optional.ofNullable(read(List.of(key)).get(key));
    }

    /** The details of several revisions. */
    public Map<Key, RevisionDetails> read(Collection<Key> revisions) {
        Map<Key, RevisionDetails> details = new HashMap<>();
        Sql.pages(new ArrayList<>(revisions), KEYS).forEach(keys -> readPage(keys, details));
        return details;
    }

    private void readPage(List<Key> keys, Map<Key, RevisionDetails> details) {
        String values = "(values " + (KEY + ", ").repeat(keys.size() - 1) + KEY + ") p (resource_id, number)";
        List<Object> parameters = new ArrayList<>();
        keys.forEach(key -> {
            parameters.add(key.resource());
            parameters.add(key.number());
        });
        @Nullable Object[] bound = parameters.toArray();
        sql.list(
                DETAILS.formatted(values),
                row -> {
                    RevisionDetails read = details(row);
                    return details.put(new Key(read.resource(), read.number()), read);
                },
                bound);
        link(
                LABELS,
                values,
                bound,
                details,
                (revision, row) -> revision.labels().add(row.getString(3)));
        link(
                ORIGINS,
                values,
                bound,
                details,
                (revision, row) -> (row.getBoolean(4) ? revision.mergedFrom() : revision.furtherPredecessors())
                        .add(row.getInt(3)));
        link(
                TARGETS,
                values,
                bound,
                details,
                (revision, row) -> (row.getBoolean(4) ? revision.mergedTo() : revision.next()).add(row.getInt(3)));
        link(
                FOLLOWERS,
                values,
                bound,
                details,
                (revision, row) -> revision.next().add(row.getInt(3)));
    }

    /** Adds something to the revision that a row's first two columns name. */
    @FunctionalInterface
    private interface Link {

        boolean add(RevisionDetails revision, ResultSet row) throws SQLException;
    }

    private void link(
            String query, String values, @Nullable Object[] parameters, Map<Key, RevisionDetails> details, Link link) {
        sql.list(
                query.formatted(values),
                row -> {
                    RevisionDetails revision = details.get(new Key(row.getObject(1, UUID.class), row.getInt(2)));
                    return revision != null && link.add(revision, row);
                },
                parameters);
    }

    private static RevisionDetails details(ResultSet row) throws SQLException {
        String branch = row.getString(4);
        return new RevisionDetails(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getObject(3, Integer.class),
                branch == null ? Branch.PRIMARY : branch,
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7),
                row.getString(8),
                row.getObject(9, Integer.class),
                row.getBoolean(10),
                row.getBoolean(11),
                row.getBoolean(12),
                fork(row.getString(13)),
                fork(row.getString(14)),
                new ArrayList<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>());
    }

    private static @Nullable Fork fork(@Nullable String name) {
        return name == null ? null : Fork.valueOf(name);
    }
}

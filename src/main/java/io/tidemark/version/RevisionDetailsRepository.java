package io.tidemark.version;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.Branch;
import io.tidemark.namespace.Fork;
import io.tidemark.namespace.RevisionKey;
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

    private static final String DETAILS = "select v.resource_id, v.number, v.predecessor, b.id, v.author, v.created_at,"
            + " v.comment, v.moved_from, v.restored_from, v.can_thaw, v.thawed, v.ever_thawed,"
            + " v.checkout_fork, v.checkin_fork from " + RevisionKey.KEYS
            + " join revision v on v.resource_id = k.resource_id and v.number = k.number"
            + " left join branch b on b.resource_id = v.resource_id and b.number = v.branch_number";
    private static final String LABELS = "select l.resource_id, l.number, l.label from " + RevisionKey.KEYS
            + " join revision_label l on l.resource_id = k.resource_id and l.number = k.number order by l.label";
    private static final String ORIGINS = "select o.resource_id, o.number, o.origin, o.merged from " + RevisionKey.KEYS
            + " join revision_origin o on o.resource_id = k.resource_id and o.number = k.number";
    private static final String TARGETS = "select o.resource_id, o.origin, o.number, o.merged from " + RevisionKey.KEYS
            + " join revision_origin o on o.resource_id = k.resource_id and o.origin = k.number";
    private static final String FOLLOWERS = "select l.resource_id, l.predecessor, l.number from " + RevisionKey.KEYS
            + " join revision_line l on l.resource_id = k.resource_id and l.predecessor = k.number";

    @Inject
    private Sql sql;

    /** The details of one revision. */
    public Optional<RevisionDetails> find(UUID resource, int number) {
        RevisionKey key = new RevisionKey(resource, number);
        return Optional.ofNullable(read(List.of(key)).get(key));
    }

    /** The details of several revisions. */
    public Map<RevisionKey, RevisionDetails> read(Collection<RevisionKey> revisions) {
        Map<RevisionKey, RevisionDetails> details = new HashMap<>();
        sql.list(
                DETAILS,
                row -> details.put(RevisionKey.read(row), details(row)),
                RevisionKey.resources(revisions),
                RevisionKey.numbers(revisions));
        link(LABELS, details, (revision, row) -> revision.labels().add(row.getString(3)));
        link(
                ORIGINS,
                details,
                (revision, row) -> (row.getBoolean(4) ? revision.mergedFrom() : revision.furtherPredecessors())
                        .add(row.getInt(3)));
        link(
                TARGETS,
                details,
                (revision, row) -> (row.getBoolean(4) ? revision.mergedTo() : revision.next()).add(row.getInt(3)));
        link(FOLLOWERS, details, (revision, row) -> revision.next().add(row.getInt(3)));
        return details;
    }

    /** Adds something to the revision that a row's first two columns name. */
    @FunctionalInterface
    private interface Link {

        boolean add(RevisionDetails revision, ResultSet row) throws SQLException;
    }

    private void link(String query, Map<RevisionKey, RevisionDetails> details, Link link) {
        sql.list(
                query,
                row -> {
                    RevisionDetails revision = details.get(RevisionKey.read(row));
                    return revision != null && link.add(revision, row);
                },
                RevisionKey.resources(details.keySet()),
                RevisionKey.numbers(details.keySet()));
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

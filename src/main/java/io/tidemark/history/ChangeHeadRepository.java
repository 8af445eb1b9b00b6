package io.tidemark.history;

import io.tidemark.checkinset.CheckinSetRepository;
import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.RevisionKey;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What is said of changes as a whole: who made them and when, and why. */
@ApplicationScoped
class ChangeHeadRepository {

    private static final String HEADS = "select l.number, l.change_id, l.at, (select j.principal from journal j"
            + " where j.number = l.number order by j.number, j.place, j.ordinal fetch first 1 rows only)"
            + " from change_link l where l.number = any(?)";

    private static final String COMMENTS = "select v.resource_id, v.number, v.comment from " + RevisionKey.KEYS
            + " join revision v on v.resource_id = k.resource_id and v.number = k.number where v.comment is not null";

    @Inject
    private Sql sql;

    @Inject
    private CheckinSetRepository sets;

    @Inject
    private Targets targets;

    /** A change. */
    record Head(ChangeId id, String author, Instant at) {}

    /** Changes by their numbers; nothing of those that the journal has forgotten meanwhile. */
    Map<Long, Head> of(Collection<Long> numbers) {
        Map<Long, Head> heads = new HashMap<>();
        sql.list(
                HEADS,
                row -> heads.put(
                        row.getLong(1),
                        new Head(
                                new ChangeId(row.getObject(2, UUID.class)),
                                row.getString(4),
                                row.getObject(3, OffsetDateTime.class).toInstant())),
                numbers);
        return heads;
    }

    /** Why revisions were made, as far as somebody said it. */
    Map<RevisionKey, String> comments(Collection<RevisionKey> revisions) {
        Map<RevisionKey, String> comments = new HashMap<>();
        sql.list(
                COMMENTS,
                row -> comments.put(RevisionKey.read(row), row.getString(3)),
                RevisionKey.resources(revisions),
                RevisionKey.numbers(revisions));
        return comments;
    }

    /** The checkin sets in which revisions were made, as far as the caller may see them. */
    Map<RevisionKey, String> checkinSets(Collection<RevisionKey> revisions) {
        Map<RevisionKey, String> found = new HashMap<>();
        sets.paths(revisions).forEach((revision, set) -> {
            if (targets.of(set).isMapped()) {
                found.put(revision, set.href());
            }
        });
        return found;
    }
}

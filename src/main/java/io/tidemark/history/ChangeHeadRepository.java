package io.tidemark.history;

import io.tidemark.checkinset.CheckinSetRepository;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.RevisionKey;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is said of changes as a whole: who made them and when, and why. */
@ApplicationScoped
class ChangeHeadRepository {

    private static final int NAMES = 100;

    private static final String HEADS = "select l.number, l.change_id, l.at, (select j.principal from journal j"
            + " where j.number = l.number order by j.number, j.place, j.ordinal fetch first 1 rows only)"
            + " from change_link l where l.number in (%s)";

    private static final String COMMENTS = "select v.resource_id, v.number, v.comment from (values %s) w (id, number)"
            + " join revision v on v.resource_id = w.id and v.number = w.number where v.comment is not null";

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
        for (List<Long> some : Sql.pages(List.copyOf(numbers), NAMES)) {
            sql.list(
                    HEADS.formatted(Sql.placeholders(some.size())),
                    row -> heads.put(
                            row.getLong(1),
                            new Head(
                                    new ChangeId(row.getObject(2, UUID.class)),
                                    row.getString(4),
                                    row.getObject(3, OffsetDateTime.class).toInstant())),
                    some.toArray());
        }
        return heads;
    }

    /** Why revisions were made, as far as somebody said it. */
    Map<RevisionKey, String> comments(Collection<RevisionKey> revisions) {
        Map<RevisionKey, String> comments = new HashMap<>();
        for (List<RevisionKey> some : Sql.pages(List.copyOf(revisions), NAMES)) {
            List<Object> parameters = new ArrayList<>();
            some.forEach(revision -> Collections.addAll(parameters, revision.resourceId(), revision.number()));
            sql.list(
                    COMMENTS.formatted(String.join(
                            ", ", Collections.nCopies(some.size(), "(cast(? as uuid), cast(? as integer))"))),
                    row -> comments.put(new RevisionKey(row.getObject(1, UUID.class), row.getInt(2)), row.getString(3)),
                    parameters.toArray());
        }
        return comments;
    }

    /** The checkin sets in which revisions were made, as far as the caller may see them. */
    Map<RevisionKey, String> checkinSets(Collection<RevisionKey> revisions) {
        Map<RevisionKey, String> found = new HashMap<>();
        Map<CheckinSetRepository.Key, DavPath> paths = revisions.isEmpty()
                ? Map.of()
                : sets.paths(revisions.stream()
                        .map(revision -> new CheckinSetRepository.Key(revision.resourceId(), revision.number()))
                        .toList());
        paths.forEach((key, path) -> Optional.of(path)
                .filter(set -> targets.of(set).isMapped())
                .ifPresent(set -> found.put(new RevisionKey(key.resource(), key.number()), set.href())));
        return found;
    }
}

package io.tidemark.history;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.RevisionKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Says when revisions were made; of what is not under version control, when its content was written last. */
@ApplicationScoped
class RevisionTimeRepository {

    private static final String MADE = "select v.resource_id, v.number, v.created_at from " + RevisionKey.KEYS
            + " join revision v on v.resource_id = k.resource_id and v.number = k.number";

    @Inject
    private Sql sql;

    /** When each of some revisions was made; nothing of those that are gone. */
    Map<RevisionKey, Instant> made(Collection<RevisionKey> revisions) {
        Map<RevisionKey, Instant> made = new HashMap<>();
        sql.list(
                MADE,
                row -> made.put(
                        RevisionKey.read(row),
                        row.getObject(3, OffsetDateTime.class).toInstant()),
                RevisionKey.resources(revisions),
                RevisionKey.numbers(revisions));
        return made;
    }
}

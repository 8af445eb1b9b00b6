package io.tidemark.history;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.RevisionKey;
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
import java.util.UUID;

/** Says when revisions were made; of what is not under version control, when its content was written last. */
@ApplicationScoped
class RevisionTimeRepository {

    private static final int NAMES = 100;

    private static final String MADE = "select v.resource_id, v.number, v.created_at from (values %s) w (id, number)"
            + " join revision v on v.resource_id = w.id and v.number = w.number";

    @Inject
    private Sql sql;

    /** When each of some revisions was made; nothing of those that are gone. */
    Map<RevisionKey, Instant> made(Collection<RevisionKey> revisions) {
        Map<RevisionKey, Instant> made = new HashMap<>();
        for (List<RevisionKey> some : Sql.pages(List.copyOf(revisions), NAMES)) {
            List<Object> parameters = new ArrayList<>();
            some.forEach(revision -> Collections.addAll(parameters, revision.resourceId(), revision.number()));
            sql.list(
                    MADE.formatted(String.join(
                            ", ", Collections.nCopies(some.size(), "(cast(? as uuid), cast(? as integer))"))),
                    row -> made.put(
                            new RevisionKey(row.getObject(1, UUID.class), row.getInt(2)),
                            row.getObject(3, OffsetDateTime.class).toInstant()),
                    parameters.toArray());
        }
        return made;
    }
}

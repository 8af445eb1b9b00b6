package io.tidemark.journal;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** When collections last changed, as far as the sequencer has come. */
@ApplicationScoped
public class CollectionTimes {

    @Inject
    private Sql sql;

    /** The time of the newest change in the scope of each collection; none for those that never changed. */
    public Map<UUID, Instant> changedAt(List<UUID> collections) {
        Map<UUID, Instant> times = new HashMap<>();
        sql.list(
                "select collection_id, changed_at from collection_mark where collection_id = any(?)",
                row -> times.put(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant()),
                collections);
        return times;
    }
}

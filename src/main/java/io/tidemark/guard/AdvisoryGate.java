package io.tidemark.guard;

import io.tidemark.kernel.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The gate on PostgreSQL: advisory locks, which all nodes see and which cost no write. A key is half an identifier; two that
 * share one exclude each other more than they need to, and nothing worse.
 */
final class AdvisoryGate implements WriteGate {

    private final Sql sql;

    AdvisoryGate(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void enter(Set<UUID> shared, Set<UUID> exclusive) {
        // In one order for all, or two of them could wait for each other.
        TreeMap<Long, Boolean> keys = new TreeMap<>();
        shared.forEach(id -> keys.put(id.getLeastSignificantBits(), false));
        exclusive.forEach(id -> keys.put(id.getLeastSignificantBits(), true));
        if (keys.isEmpty()) {
            return;
        }
        List<String> calls = new ArrayList<>();
        keys.values()
                .forEach(alone -> calls.add(alone ? "pg_advisory_xact_lock(?)" : "pg_advisory_xact_lock_shared(?)"));
        sql.first(
                "select " + String.join(", ", calls), row -> true, keys.keySet().toArray());
    }
}

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

    /** PostgreSQL answers at most 1,664 columns. */
    private static final int CALLS = 1_000;

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
        List<String> calls = new ArrayList<>();
        List<Long> parameters = new ArrayList<>();
        keys.forEach((key, alone) -> {
            calls.add(alone ? "pg_advisory_xact_lock(?)" : "pg_advisory_xact_lock_shared(?)");
            parameters.add(key);
        });
        for (int from = 0; from < calls.size(); from += CALLS) {
            int to = Math.min(from + CALLS, calls.size());
            sql.first(
                    "select " + String.join(", ", calls.subList(from, to)),
                    row -> true,
                    parameters.subList(from, to).toArray());
        }
    }
}

package io.tidemark.guard;

import io.tidemark.kernel.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The gate on PostgreSQL: advisory locks, which all nodes see and which cost no write. A key is half an identifier; two that
 * share one exclude each other more than they need to, and nothing worse.
 */
final class AdvisoryGate implements WriteGate {

    /** PostgreSQL answers at most 1,664 columns. */
    private static final int CALLS = 1_000;

    private static final String WAITING = "select count(*) from pg_locks where locktype = 'advisory' and not granted"
            + " and database = (select oid from pg_database where datname = current_database())";

    private final Sql sql;

    AdvisoryGate(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void enter(Set<UUID> shared, Set<UUID> exclusive) {
        calls(shared, exclusive).forEach(sql::first);
    }

    @Override
    public <T> T enter(Set<UUID> shared, Set<UUID> exclusive, Sql.Query<T> question) {
        // A statement of its own: it sees what was committed while those before it waited.
        calls(shared, exclusive).forEach(call -> sql.defer(call, passed -> {}));
        return sql.first(question).orElseThrow();
    }

    @Override
    public <T> void expect(Set<UUID> shared, Sql.Query<T> question, Consumer<T> answer) {
        calls(shared, Set.of()).forEach(call -> sql.defer(call, passed -> {}));
        sql.defer(question, answer);
    }

    @Override
    public int waiting() {
        return sql.first(WAITING, row -> row.getInt(1)).orElse(0);
    }

    /** One at least, as a write is somewhere. */
    private static List<Sql.Query<Boolean>> calls(Set<UUID> shared, Set<UUID> exclusive) {
        // In one order for all, or two of them could wait for each other.
        TreeMap<Long, Boolean> keys = new TreeMap<>();
        shared.forEach(id -> keys.put(id.getLeastSignificantBits(), false));
        exclusive.forEach(id -> keys.put(id.getLeastSignificantBits(), true));
        List<Sql.Query<Boolean>> calls = new ArrayList<>();
        for (List<Map.Entry<Long, Boolean>> some : Sql.pages(List.copyOf(keys.entrySet()), CALLS)) {
            StringJoiner locks = new StringJoiner(", ", "select ", "");
            List<Long> ids = new ArrayList<>();
            for (Map.Entry<Long, Boolean> key : some) {
                locks.add(key.getValue() ? "pg_advisory_xact_lock(?)" : "pg_advisory_xact_lock_shared(?)");
                ids.add(key.getKey());
            }
            calls.add(new Sql.Query<>(locks.toString(), row -> true, ids));
        }
        return calls;
    }
}

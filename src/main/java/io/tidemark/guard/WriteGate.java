package io.tidemark.guard;

import io.tidemark.kernel.sql.Sql;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Lets writers pass each other, and keeps them out of a scope whose state somebody relies on. A writer enters with every
 * collection that its path leads through; whoever relies on a whole scope, with that collection alone, exclusively.
 */
public interface WriteGate {

    /** Held exclusively by whoever may change which collection is above which, so that two together close no cycle. */
    UUID TOPOLOGY = new UUID(0x7000L, 0x8000_0000_0000_0002L);

    /**
     * Enters until the transaction ends; waits for those who are in the way. A transaction enters before it locks any row,
     * once, unless what it {@link #expect expected} was not all.
     */
    void enter(Set<UUID> shared, Set<UUID> exclusive);

    /** {@link #enter(Set, Set)}; and asks something that has an answer, as it is from then on. */
    <T> T enter(Set<UUID> shared, Set<UUID> exclusive, Sql.Query<T> question);

    /** How many wait to enter now, on all nodes that share the gate. */
    int waiting();

    /**
     * Enters with the transaction's next query, where that spares an exchange with the database; else does nothing. If it
     * turns out that it has to enter with others, it enters with those besides.
     *
     * @param answer is given the question's answer, as it is when the gate is passed, before that of the next query
     */
    <T> void expect(Set<UUID> shared, Sql.Query<T> question, Consumer<T> answer);
}

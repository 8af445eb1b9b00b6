package io.tidemark.journal;

import io.tidemark.kernel.sql.TimeOrderedId;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The change that the current transaction makes: one transaction is one change is one step in every feed. Whatever is
 * recorded here is written to the journal in the transaction itself, so that none is without its rows; and at its very
 * end, when it has all its locks, so that a change comes after those that it builds on, whatever their clocks say.
 */
@TransactionScoped
public class Change implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID id = TimeOrderedId.next();
    private final Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final Map<Object, JournalRow> rows = new LinkedHashMap<>();
    private @Nullable String actor;

    @Inject
    private transient JournalRepository journal;

    @Inject
    private transient Principal caller;

    @Inject
    private transient Event<ChangeMade> made;

    /** The change's identity. */
    public UUID id() {
        return id;
    }

    /** When the change was made: the same for all that it does. */
    public Instant at() {
        return at;
    }

    /** Who makes the change. */
    public String principal() {
        return actor == null ? caller.getName() : actor;
    }

    /** Says that the change is made in the name of somebody whose request has been answered already. */
    public void actFor(String principal) {
        actor = principal;
    }

    /** Records that a resource was mapped at a member's name. Of several events at one name, the last counts. */
    public void mapped(long memberId, UUID resourceId) {
        record(memberId, new JournalRow(ChangeKind.MAPPED, memberId, resourceId));
    }

    /** Records that nothing is mapped at a member's name any more. */
    public void unmapped(long memberId) {
        record(memberId, new JournalRow(ChangeKind.UNMAPPED, memberId, null));
    }

    /** Records that a resource changed, at every member that shows it. */
    public void changed(UUID resourceId) {
        record(resourceId, new JournalRow(ChangeKind.CHANGED, null, resourceId));
    }

    /** Records that a resource has a newer revision, which members show for which no other was chosen. */
    public void advanced(UUID resourceId) {
        if (!rows.containsKey(resourceId)) {
            record(resourceId, new JournalRow(ChangeKind.ADVANCED, null, resourceId));
        }
    }

    /**
     * Records what is in a collection that this change makes. It needs no rows: that the collection has come says that all
     * in it has.
     *
     * @param members the members' ids, and what each maps
     */
    public void cameWith(UUID collection, Map<Long, UUID> members) {
        journal.addMarks(collection, members);
    }

    private void record(Object key, JournalRow row) {
        if (rows.isEmpty()) {
            journal.appendAtEnd(id, principal(), at, rows.values());
            made.fire(new ChangeMade(id));
        }
        rows.put(key, row);
    }
}

package io.tidemark.journal;

import io.tidemark.kernel.sql.SqlStatement;
import io.tidemark.kernel.sql.TimeOrderedId;
import io.tidemark.kernel.sql.TransactionMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
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
@ApplicationScoped
public class Change {

    @Inject
    private JournalRepository journal;

    @Inject
    private Principal caller;

    @Inject
    private Event<ChangeMade> made;

    @Inject
    private TransactionMemory memory;

    /** What a transaction has recorded. */
    private static final class Recorded {
        private final UUID id = TimeOrderedId.next();
        private final Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        private final Map<Object, JournalRow> rows = new LinkedHashMap<>();
        private final Deeds deeds = new Deeds();
        private int written;
        private @Nullable String actor;
    }

    private Recorded current() {
        return memory.get(Recorded.class, Recorded::new);
    }

    /** The change's identity. */
    public UUID id() {
        return current().id;
    }

    /** When the change was made: the same for all that it does. */
    public Instant at() {
        return current().at;
    }

    /** Who makes the change. */
    public String principal() {
        String actor = current().actor;
        return actor == null ? caller.getName() : actor;
    }

    /** Says that the change is made in the name of somebody whose request has been answered already. */
    public void actFor(String principal) {
        current().actor = principal;
    }

    /** Records that a resource was mapped at a member's name. Of several events at one name, the last counts. */
    public void mapped(long memberId, UUID resourceId) {
        current().deeds.mapped(memberId);
        shown(memberId, resourceId);
    }

    /** Records that a member's name shows something else of the resource that is mapped there. */
    public void shown(long memberId, UUID resourceId) {
        record(memberId, new JournalRow(ChangeKind.MAPPED, memberId, resourceId));
    }

    /**
     * Records that a resource was mapped at a member's name, by a statement that the caller sends. It is for transactions
     * that have recorded nothing yet, and wait for no lock afterwards: the change draws its place there. The resource is new, and
     * has no revisions.
     */
    public SqlStatement mapping(long memberId, UUID resourceId) {
        current().written++;
        made.fire(new ChangeMade(id()));
        JournalRow row = new JournalRow(ChangeKind.MAPPED, memberId, resourceId);
        return JournalRepository.first(note(), row.with(Deed.CREATED.bit(), null));
    }

    /** Records that nothing is mapped at a member's name any more. */
    public void unmapped(long memberId) {
        record(memberId, new JournalRow(ChangeKind.UNMAPPED, memberId, null));
    }

    /**
     * Records that a member's name shows another revision of the resource that is mapped there.
     *
     * @param revision the revision that was chosen for it; null for the newest
     */
    public void chosen(long memberId, UUID resourceId, @Nullable Integer revision) {
        if (revision != null) {
            current().deeds.chosen(memberId, revision);
        }
        shown(memberId, resourceId);
    }

    /** Says what the change does to a resource, for those rows that tell of it. */
    public void did(UUID resourceId, Deed deed) {
        current().deeds.did(resourceId, deed);
    }

    /** Says which revision of a resource shows what the change does to it. */
    public void made(UUID resourceId, int revision) {
        current().deeds.made(resourceId, revision);
    }

    /** Says that a resource, which loses a name, is given another one. */
    public void movedAway(UUID resourceId) {
        current().deeds.movedAway(resourceId);
    }

    /** Records that something was done to a resource, at every member that shows it. */
    public void changed(UUID resourceId, Deed deed) {
        did(resourceId, deed);
        changed(resourceId);
    }

    /** Records that a resource changed, at every member that shows it. */
    public void changed(UUID resourceId) {
        record(resourceId, new JournalRow(ChangeKind.CHANGED, null, resourceId));
    }

    /** Records that a resource has a newer revision, which members show for which no other was chosen. */
    public void advanced(UUID resourceId) {
        if (!current().rows.containsKey(resourceId)) {
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
        current().deeds.cameWith(members.values());
        journal.addMarks(collection, members);
    }

    private void record(Object key, JournalRow row) {
        Recorded change = current();
        if (change.rows.isEmpty()) {
            journal.appendAtEnd(note(), change.written, change.rows.values(), change.deeds::told);
            if (change.written == 0) {
                made.fire(new ChangeMade(change.id));
            }
        }
        change.rows.put(key, row);
    }

    private ChangeNote note() {
        Recorded change = current();
        return new ChangeNote(change.id, principal(), change.at);
    }
}

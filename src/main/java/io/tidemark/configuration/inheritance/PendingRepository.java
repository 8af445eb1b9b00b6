package io.tidemark.configuration.inheritance;

import io.tidemark.journal.Change;
import io.tidemark.kernel.sql.Sql;
import io.tidemark.kernel.sql.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** New revisions on their way to those who inherit them. */
@ApplicationScoped
class PendingRepository {

    @Inject
    private Sql sql;

    @Inject
    private Change change;

    @Inject
    private Event<Added> added;

    /** Fired when an inherited revision was added, to be worked off when the transaction has ended. */
    record Added(UUID id) {}

    /**
     * An inherited revision on its way.
     *
     * @param principal who made the revision
     * @param after the last name that has been looked at
     */
    record Pending(InheritedRevision inherited, String principal, long after) {}

    /** Adds an inherited revision. */
    void add(InheritedRevision inherited) {
        UUID id = TimeOrderedId.next();
        sql.update(
                "insert into pending_inheritance (id, configuration_id, member_id, resource_id, number, principal,"
                        + " after_member) values (?, ?, ?, ?, ?, ?, 0)",
                id,
                inherited.configuration(),
                inherited.memberId(),
                inherited.resource(),
                inherited.number(),
                change.principal());
        added.fire(new Added(id));
    }

    /** The oldest ones. */
    List<UUID> oldest(int limit) {
        return sql.list(
                "select id from pending_inheritance order by id fetch first ? rows only",
                row -> row.getObject(1, UUID.class),
                limit);
    }

    /** The revisions of a resource that are on their way. */
    List<Integer> awaited(UUID resource) {
        return sql.list("select number from pending_inheritance where resource_id = ?", row -> row.getInt(1), resource);
    }

    /** An inherited revision, its row locked; empty when somebody else has worked it off. */
    Optional<Pending> lock(UUID id) {
        return sql.first(
                "select configuration_id, member_id, resource_id, number, principal, after_member from pending_inheritance"
                        + " where id = ? for update",
                row -> new Pending(
                        new InheritedRevision(
                                row.getObject(1, UUID.class),
                                row.getObject(2, Long.class),
                                row.getObject(3, UUID.class),
                                row.getInt(4)),
                        row.getString(5),
                        row.getLong(6)),
                id);
    }

    /** Remembers up to which name an inherited revision has come. */
    void moveOn(UUID id, long after) {
        sql.update("update pending_inheritance set after_member = ? where id = ?", after, id);
    }

    /** Takes an inherited revision away that has come to all. */
    void delete(UUID id) {
        sql.update("delete from pending_inheritance where id = ?", id);
    }
}

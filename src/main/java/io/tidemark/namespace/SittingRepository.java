package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The revisions that are open, each for the writes of one lock (docs/retention.md). Only the newest revision of a line is;
 * whatever has been told that a revision is what it is closes it.
 */
@ApplicationScoped
public class SittingRepository {

    @Inject
    private Sql sql;

    /** Notes for whose writes a new revision stays open. */
    void opened(Revision revision) {
        UUID lock = revision.sitting();
        if (lock != null) {
            sql.update(
                    "insert into sitting (lock_token, resource_id, number) values (?, ?, ?)",
                    lock,
                    revision.resourceId(),
                    revision.number());
        }
    }

    /** Lets the first revision of what has just been made stay open. */
    public void openFirst(UUID resource, UUID lock) {
        sql.update("update revision set sitting = ? where resource_id = ? and number = 1", lock, resource);
        sql.update("insert into sitting (lock_token, resource_id, number) values (?, ?, 1)", lock, resource);
    }

    /** Moves an open revision along its branch to a later time. */
    void moveLine(Revision open, Instant at) {
        sql.update(
                "update revision_line set made_at = ? where resource_id = ? and branch_number = ? and made_at = ?",
                at.atOffset(ZoneOffset.UTC),
                open.resourceId(),
                open.branchNumber(),
                open.createdAt().atOffset(ZoneOffset.UTC));
    }

    /** Closes a revision, if there is one and it is open. */
    public void close(UUID resource, @Nullable Integer number) {
        if (number != null) {
            sql.update(
                    "update revision set sitting = null where resource_id = ? and number = ? and sitting is not null",
                    resource,
                    number);
        }
    }

    /** Closes all revisions that are open for the writes of some locks, which end. */
    public void end(Collection<UUID> locks) {
        List<Object[]> open = sql.list(
                "select resource_id, number, lock_token from sitting where lock_token = any(?)",
                row -> new Object[] {row.getObject(1, UUID.class), row.getInt(2), row.getObject(3, UUID.class)},
                locks);
        if (!open.isEmpty()) {
            sql.batch("update revision set sitting = null where resource_id = ? and number = ? and sitting = ?", open);
            sql.update("delete from sitting where lock_token = any(?)", locks);
        }
    }

    /** Whether a configuration shows a tree as it was at a time since a revision was made: it must stay what it was then. */
    public boolean isShownAsItWas(UUID resource, @Nullable Integer number) {
        return sql.first(
                        "select 1 from revision v where v.resource_id = ? and v.number = ? and exists (select 1 from"
                                + " configuration_layer l where l.as_of >= v.created_at and l.as_of < ?)",
                        row -> true,
                        resource,
                        number,
                        Layer.NOW.atOffset(ZoneOffset.UTC))
                .isPresent();
    }
}

package io.tidemark.configuration.inheritance;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The names at which files are mapped, in whichever tree. */
@ApplicationScoped
class WorkspaceEntryRepository {

    private static final String MEMBER = "select m.id, m.collection_id, m.name,"
            + " coalesce(m.default_number, r.tip_number) from member m join resource r on r.id = m.resource_id where ";

    @Inject
    private Sql sql;

    /** A page of the names at which a file is mapped, in the order of their rows. */
    List<WorkspaceEntry> page(UUID resource, long after, int limit) {
        return sql.list(
                MEMBER + "m.resource_id = ? and m.id > ? order by m.id fetch first ? rows only",
                WorkspaceEntryRepository::member,
                resource,
                after,
                limit);
    }

    /** A name at which something is mapped. */
    Optional<WorkspaceEntry> find(long memberId) {
        return sql.first(MEMBER + "m.id = ?", WorkspaceEntryRepository::member, memberId);
    }

    private static WorkspaceEntry member(ResultSet row) throws SQLException {
        return new WorkspaceEntry(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getInt(4));
    }
}

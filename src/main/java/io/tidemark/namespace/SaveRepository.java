package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Recognises how editors save: not into the file, but by a new one in its place (protocol, section 4.3). */
@ApplicationScoped
public class SaveRepository {

    private static final String SUCCESSOR = "select m.id, m.collection_id, m.name, m.resource_id from former_member f"
            + " join member m on m.id = f.member_id and m.resource_id <> f.resource_id"
            + " join resource n on n.id = m.resource_id"
            + " where f.resource_id = ? and f.ending = 'MOVED' and f.unmapped_by = ? and f.unmapped_at >= ?"
            + " and n.owner = ? and n.created_at >= ? and not n.collection and not exists"
            + " (select 1 from revision v where v.resource_id = n.id and v.author <> ?)"
            + " order by f.unmapped_at desc fetch first 1 rows only";

    private static final String DELETED = "select f.resource_id from former_member f"
            + " join resource r on r.id = f.resource_id where f.member_id = ? and f.ending = 'DELETED'"
            + " and f.unmapped_by = ? and f.unmapped_at >= ? and r.autoversioned and not r.collection"
            + " and not exists (select 1 from member o where o.resource_id = r.id and not o.held)"
            + " order by f.member_id desc, f.ending desc, f.unmapped_at desc fetch first 1 rows only";

    private static final String OTHER_CONTENT =
            "select 1 from revision where resource_id = ? and number > 0 and content_length > 0 and content_hash <> ?"
                    + " union all select 1 from branch where resource_id = ?"
                    + " union all select 1 from revision_label where resource_id = ?"
                    + " union all select 1 from checkout where resource_id = ? fetch first 1 rows only";

    @Inject
    private Sql sql;

    /**
     * A new file at a name that something was moved away from.
     *
     * @param memberId the name's row
     * @param resource the new file
     */
    public record Successor(long memberId, UUID collectionId, String name, UUID resource) {

        private static Successor read(ResultSet row) throws SQLException {
            return new Successor(
                    row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getObject(4, UUID.class));
        }
    }

    /** The new file that somebody has put where they moved a resource away from, both since a time, and nobody else wrote. */
    public Optional<Successor> successor(UUID original, String principal, Instant since) {
        OffsetDateTime from = since.atOffset(ZoneOffset.UTC);
        return sql.first(SUCCESSOR, Successor::read, original, principal, from, principal, from, principal);
    }

    /** The file with a history that somebody has deleted at a name since a time, and that is mapped nowhere. */
    public Optional<UUID> deleted(long memberId, String principal, Instant since) {
        return sql.first(
                DELETED, row -> row.getObject(1, UUID.class), memberId, principal, since.atOffset(ZoneOffset.UTC));
    }

    /**
     * Whether nothing is lost when only a file's present content goes on: no revision of it had another, but for an empty
     * one, people have given none of them a name, and nobody works on another.
     */
    public boolean isNew(ResourceView file) {
        return !file.versioning().enabled()
                || file.hash() == null
                || sql.first(
                                OTHER_CONTENT,
                                row -> true,
                                file.id(),
                                file.hash().bytes(),
                                file.id(),
                                file.id(),
                                file.id())
                        .isEmpty();
    }
}

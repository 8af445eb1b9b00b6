package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * What was deleted, or gave way to something else, by the names that it had (protocol, section 4.10). Whether it is still
 * somewhere else, and therefore not deleted, is not asked here.
 */
@ApplicationScoped
public class TombstoneRepository {

    /** A name may have been deleted and made anew without end; so many of the newest are told of each. */
    private static final int NEWEST = 100;

    private static final String PAGE =
            "select m.id, m.name, m.resource_id is null from member m where m.collection_id = ?"
                    + " and m.name > ? and exists (select 1 from former_member f where f.member_id = m.id"
                    + " and f.ending = 'DELETED') order by m.collection_id, m.name%s";

    private static final String DELETED = "select f.member_id, " + ResourceView.COLUMNS
            + " from (select e.member_id, e.resource_id, row_number() over (partition by e.member_id"
            + " order by e.unmapped_at desc) as age from former_member e join resource d on d.id = e.resource_id"
            + " where e.member_id = any(?) and e.ending = 'DELETED' and d.versioned) f"
            + " join resource r on r.id = f.resource_id"
            + " join revision v on v.resource_id = r.id and v.number = r.tip_number"
            + " where f.age <= " + NEWEST + " order by f.member_id, f.age";

    @Inject
    private Sql sql;

    /**
     * A name at which something was deleted.
     *
     * @param free whether nothing is mapped there now
     */
    public record Name(long memberId, String name, boolean free) {}

    /** What was deleted at a name, as its newest revision shows it. */
    public record Deleted(long memberId, ResourceView resource) {}

    /** A page of the names of a collection at which something was deleted, in their order, after {@code after}. */
    public List<Name> names(UUID collection, String after, int limit) {
        return sql.list(
                PAGE.formatted(Sql.firstRows(limit)),
                row -> new Name(row.getLong(1), row.getString(2), row.getBoolean(3)),
                collection,
                after);
    }

    /** What was deleted at some names and is under version control: of each name, the newest first. */
    public List<Deleted> deleted(List<Long> members) {
        return sql.list(DELETED, row -> new Deleted(row.getLong(1), ResourceView.existing(row, 2)), members);
    }
}

package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deleted resources by the names that they had (protocol, section 4.10). A name at which nothing is mapped has a tombstone
 * when something under version control was deleted there that is mapped nowhere now: of several, what was deleted last.
 */
@ApplicationScoped
public class TombstoneRepository {

    private static final String DELETED = " left join resource r on r.id = (select f.resource_id from former_member f"
            + " join resource d on d.id = f.resource_id where f.member_id = m.id and f.ending = 'DELETED' and d.versioned"
            + " and not exists (select 1 from member o where o.resource_id = f.resource_id and not o.held)"
            + " order by f.member_id desc, f.ending desc, f.unmapped_at desc fetch first 1 rows only)"
            + " left join revision v on v.resource_id = r.id and v.number = r.tip_number";

    private static final String PAGE = "select m.id, m.name, " + ResourceView.COLUMNS
            + " from (select id, collection_id, name from member where collection_id = ? and name > ?"
            + " and resource_id is null order by collection_id, name%s) m" + DELETED
            + " order by m.collection_id, m.name";

    private static final String ONE = "select m.id, m.name, " + ResourceView.COLUMNS + " from member m" + DELETED
            + " where m.id = ? and m.resource_id is null";

    @Inject
    private Sql sql;

    /**
     * A name at which nothing is mapped.
     *
     * @param resource what was deleted there; null for nothing that is kept
     */
    public record FreeName(
            long memberId, String name, @Nullable ResourceView resource) {}

    /** A page of the names of a collection at which nothing is mapped, in their order, after {@code after}. */
    public List<FreeName> list(UUID collection, String after, int limit) {
        return sql.list(PAGE.formatted(Sql.firstRows(limit)), TombstoneRepository::name, collection, after);
    }

    /** What was deleted at a name; empty when nothing was that is kept, or when something is mapped there. */
    public Optional<ResourceView> find(long memberId) {
        return sql.first(ONE, TombstoneRepository::name, memberId)
                .flatMap(name -> Optional.ofNullable(name.resource()));
    }

    private static FreeName name(ResultSet row) throws SQLException {
        return new FreeName(row.getLong(1), row.getString(2), ResourceView.read(row, 3));
    }
}

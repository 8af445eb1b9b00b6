package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.MemberRepository.Mapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The collections in which resources have names, or had. */
@ApplicationScoped
class AncestorRepository {

    private static final String PARENTS =
            "select distinct m.resource_id, m.collection_id from member m where not m.held and m.resource_id = any(?)";
    private static final String WITHIN_BOUNDARIES =
            " and not exists (select 1 from resource r where r.id = m.resource_id and r.sync_boundary)";

    @Inject
    private Sql sql;

    /** The last name of what was deleted. */
    List<Mapping> last(UUID resource) {
        return sql.list(
                "select m.id, m.collection_id, m.name from former_member f join member m on m.id = f.member_id"
                        + " where f.resource_id = ? and not m.held order by f.unmapped_at desc fetch first 1 rows only",
                row -> new Mapping(row.getLong(1), row.getObject(2, UUID.class), row.getString(3)),
                resource);
    }

    /**
     * Tells for each of some resources in which collections it has names.
     *
     * @param across whether also of those that are boundaries of reports ({@code T:sync-boundary})
     */
    void parents(List<UUID> resources, boolean across, BiConsumer<UUID, UUID> reader) {
        sql.list(
                across ? PARENTS : PARENTS + WITHIN_BOUNDARIES,
                row -> {
                    reader.accept(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                    return true;
                },
                resources);
    }
}

package io.tidemark.rights;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.MemberRepository.Mapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The collections in which resources have names, or had. */
@ApplicationScoped
class ResourceAncestorRepository {

    private static final int IN_LIST = 500;
    private static final String ABOVE =
            "select distinct m.collection_id from member m where not m.held and m.resource_id in (%s)";
    private static final String ABOVE_WITHIN_BOUNDARIES =
            ABOVE + " and not exists (select 1 from resource r where r.id = m.resource_id and r.sync_boundary)";

    private static final String PARENTS =
            "select distinct m.resource_id, m.collection_id from member m where not m.held and m.resource_id in (%s)";
    private static final String MADE_SINCE = "select r.id from resource r where r.id in (%s) and r.created_at >"
            + " (select c.at from change_link c where c.number <= ? order by c.number desc fetch first 1 rows only)";

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

    /** Who created a resource. */
    Optional<String> owner(UUID resource) {
        return sql.first("select owner from resource where id = ?", row -> row.getString(1), resource);
    }

    /** Tells for each of some resources in which collections it has names. */
    void parents(List<UUID> resources, BiConsumer<UUID, UUID> reader) {
        for (List<UUID> some : Sql.pages(resources, IN_LIST)) {
            sql.list(
                    PARENTS.formatted(Sql.placeholders(some.size())),
                    row -> {
                        reader.accept(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                        return true;
                    },
                    some.toArray());
        }
    }

    /** Those of some collections that have been made after a change. */
    Set<UUID> madeSince(Collection<UUID> collections, long change) {
        Set<UUID> made = new HashSet<>();
        for (List<UUID> some : Sql.pages(List.copyOf(collections), IN_LIST)) {
            List<Object> parameters = new ArrayList<>(some);
            parameters.add(change);
            made.addAll(sql.list(
                    MADE_SINCE.formatted(Sql.placeholders(some.size())),
                    row -> row.getObject(1, UUID.class),
                    parameters.toArray()));
        }
        return made;
    }

    /**
     * The collections in which some collections have names.
     *
     * @param across whether the way up goes past the boundaries of reports ({@code T:sync-boundary})
     */
    Set<UUID> above(List<UUID> collections, boolean across) {
        String statement = across ? ABOVE : ABOVE_WITHIN_BOUNDARIES;
        Set<UUID> above = new HashSet<>();
        for (int from = 0; from < collections.size(); from += IN_LIST) {
            Object[] some = collections
                    .subList(from, Math.min(from + IN_LIST, collections.size()))
                    .toArray();
            above.addAll(sql.list(
                    statement.formatted(Sql.placeholders(some.length)), row -> row.getObject(1, UUID.class), some));
        }
        return above;
    }
}

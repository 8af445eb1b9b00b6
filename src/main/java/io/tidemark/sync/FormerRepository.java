package io.tidemark.sync;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.ResourceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was mapped where before: the members that went when the collection did that they were in. */
@ApplicationScoped
class FormerRepository {

    /** Mappings that ended after a change; what has no number yet ended last. The earliest of a member counts. */
    private static final String ENDED_AFTER = " from former_member f join resource r on r.id = f.resource_id"
            + " join revision v on v.resource_id = r.id and v.number = r.revision_number"
            + " left join change_link c on c.change_id = f.change_id"
            + " where f.member_id in (%s) and (c.number > ? or c.number is null)"
            + " order by case when c.number is null then 1 else 0 end desc, c.number desc, f.unmapped_at desc";

    @Inject
    private Sql sql;

    /** What was mapped at members when {@code change} was the newest, and has been taken away since. */
    Map<Long, ResourceView> formerAt(List<Long> members, long change) {
        if (members.isEmpty()) {
            return Map.of();
        }
        List<Object> parameters = new ArrayList<>(members);
        parameters.add(change);
        Map<Long, ResourceView> former = new HashMap<>();
        sql.list(
                "select f.member_id, " + ResourceView.COLUMNS + ENDED_AFTER.formatted(Sql.placeholders(members.size())),
                // The earliest comes last, and stays.
                row -> former.put(row.getLong(1), Objects.requireNonNull(ResourceView.read(row, 2))),
                parameters.toArray());
        return former;
    }

    /** The collections that were mapped at members when {@code since} was the newest change, and were taken away after. */
    Map<Long, UUID> formerCollections(List<Long> members, long since) {
        Map<Long, UUID> collections = new HashMap<>();
        formerAt(members, since).forEach((member, resource) -> {
            if (resource.collection()) {
                collections.put(member, resource.id());
            }
        });
        return collections;
    }

    /**
     * A page of the names that a former collection had, compared with the collection that is there now.
     *
     * @param present the collection that is there now; null when it is none
     * @return names at which nothing is now have no resource; of those at which a collection was at {@code since}, that
     *     collection is the former one
     */
    List<ChangedMember> compared(UUID former, @Nullable UUID present, long since, long after, int limit) {
        List<ChangedMember> names = sql.list(
                "select o.id, o.name, coalesce(k.number, 0), case when fr.collection then fr.id end, "
                        + ResourceView.COLUMNS
                        + " from (select id, name, resource_id from member where collection_id = ? and id > ?"
                        + " order by id fetch first ? rows only) o"
                        + " left join member_mark k on k.member_id = o.id"
                        + " left join resource fr on fr.id = o.resource_id"
                        + " left join member n on n.collection_id = cast(? as uuid) and n.name = o.name"
                        + " left join resource r on r.id = n.resource_id left join revision v on v.resource_id = r.id"
                        + " and v.number = coalesce(n.default_number, r.revision_number) order by o.id",
                row -> new ChangedMember(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        0,
                        0,
                        0,
                        ResourceView.read(row, 5),
                        row.getObject(4, UUID.class)),
                former,
                after,
                limit,
                present);
        Map<Long, ResourceView> before =
                formerAt(names.stream().map(ChangedMember::id).toList(), since);
        return names.stream()
                .map(name -> {
                    ResourceView was = before.get(name.id());
                    return was == null ? name : name.withFormer(was.collection() ? was.id() : null);
                })
                .toList();
    }
}

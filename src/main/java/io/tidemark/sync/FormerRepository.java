package io.tidemark.sync;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.ResourceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was mapped where before: the members that went when the collection did that they were in. */
@ApplicationScoped
class FormerRepository {

    @Inject
    private Sql sql;

    /** The collections that were mapped at members when {@code since} was the newest change, and were taken away after. */
    Map<Long, UUID> formerCollections(List<Long> members, long since) {
        if (members.isEmpty()) {
            return Map.of();
        }
        List<Object> parameters = new ArrayList<>(members);
        parameters.add(since);
        Map<Long, UUID> former = new HashMap<>();
        sql.list(
                "select f.member_id, f.resource_id, r.collection from former_member f"
                        + " join change_link c on c.change_id = f.change_id join resource r on r.id = f.resource_id"
                        + " where f.member_id in (" + Sql.placeholders(members.size()) + ") and c.number > ?"
                        + " order by c.number desc",
                row -> {
                    // The earliest comes last, and counts: that is what the client knows.
                    if (row.getBoolean(3)) {
                        former.put(row.getLong(1), row.getObject(2, UUID.class));
                    } else {
                        former.remove(row.getLong(1));
                    }
                    return true;
                },
                parameters.toArray());
        return former;
    }

    /**
     * The members that a former collection had at {@code since} or later and that the present one has not, and those that
     * are collections in both.
     *
     * @param present the collection that is there now; null when it is none
     * @return members without a resource are gone; those with one are to be compared in turn
     */
    List<ChangedMember> compared(UUID former, @Nullable UUID present, long since, long after, int limit) {
        return sql.list(
                "select o.id, o.name, case when fr.collection then o.resource_id end, " + ResourceView.COLUMNS
                        + " from member o left join member_mark k on k.member_id = o.id"
                        + " left join resource fr on fr.id = o.resource_id"
                        + " left join member n on n.collection_id = cast(? as uuid) and n.name = o.name"
                        + " left join resource r on r.id = n.resource_id left join revision v on v.resource_id = r.id"
                        + " and v.number = coalesce(n.default_number, r.revision_number)"
                        + " where o.collection_id = ? and o.id > ? and (o.resource_id is not null or k.number > ?)"
                        + " and (r.id is null or fr.collection) order by o.id fetch first ? rows only",
                row -> new ChangedMember(
                        row.getLong(1),
                        row.getString(2),
                        0,
                        0,
                        0,
                        0,
                        ResourceView.read(row, 4),
                        row.getObject(3, UUID.class)),
                present,
                former,
                after,
                since,
                limit);
    }
}

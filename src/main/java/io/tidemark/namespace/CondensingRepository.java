package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds the revisions that a resource can do without. */
@ApplicationScoped
public class CondensingRepository {

    private static final int IN_LIST = 500;

    /** The present choices of URLs count, and those of the past, which Time(…) asks for. */
    private static final String UNNEEDED = "select v.number from revision v join resource r on r.id = v.resource_id"
            + " where v.resource_id = ? and v.number in (%s) and v.number <> r.tip_number and v.number <> r.revision_number"
            + " and not exists (select 1 from revision_label l where l.resource_id = v.resource_id"
            + " and l.number = v.number)"
            + " and not exists (select 1 from revision_origin o where o.resource_id = v.resource_id"
            + " and (o.number = v.number or o.origin = v.number))"
            + " and not exists (select 1 from branch b where b.resource_id = v.resource_id"
            + " and (b.base_number = v.number or b.tip_number = v.number))"
            + " and not exists (select 1 from revision w where w.resource_id = v.resource_id"
            + " and w.number = 0 and w.predecessor = v.number)"
            + " and not exists (select 1 from default_choice d where d.number = v.number and d.member_id in"
            + " (select m.id from member m where m.resource_id = v.resource_id"
            + " union all select f.member_id from former_member f where f.resource_id = v.resource_id))";

    @Inject
    private Sql sql;

    /** The oldest revisions of a resource after one and up to another, by their numbers. */
    List<Integer> oldest(UUID resource, int after, int last, int limit) {
        return sql.list(
                "select number from revision where resource_id = ? and number > ? and number <= ?"
                        + " order by resource_id, number fetch first ? rows only",
                row -> row.getInt(1),
                resource,
                after,
                last,
                limit);
    }

    /** Of some revisions, those that no label, branch, merge or URL needs, and that are not being worked on in place. */
    List<Integer> unneeded(UUID resource, List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        List<Object> parameters = new ArrayList<>(List.of(resource));
        parameters.addAll(numbers);
        return sql.list(
                UNNEEDED.formatted(Sql.placeholders(numbers.size())), row -> row.getInt(1), parameters.toArray());
    }

    /** How many revisions resources keep, of those for which that was said. */
    public Map<UUID, Integer> limits(List<UUID> resources) {
        Map<UUID, Integer> limits = new HashMap<>();
        for (int from = 0; from < resources.size(); from += IN_LIST) {
            List<UUID> ids = resources.subList(from, Math.min(from + IN_LIST, resources.size()));
            sql.list(
                    "select id, max_revisions from resource where max_revisions is not null and id in ("
                            + Sql.placeholders(ids.size()) + ")",
                    row -> limits.put(row.getObject(1, UUID.class), row.getInt(2)),
                    ids.toArray());
        }
        return limits;
    }
}

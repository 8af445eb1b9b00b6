package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds the revisions that a resource can do without. */
@ApplicationScoped
public class RevisionPruningRepository {

    private static final String UNNEEDED = "select v.number from revision v join resource r on r.id = v.resource_id"
            + " where v.resource_id = ? and v.number in (%s) and v.number <> r.tip_number and v.number <> r.revision_number"
            + " and not exists (select 1 from revision_label l where l.resource_id = v.resource_id"
            + " and l.number = v.number)"
            + " and not exists (select 1 from revision_origin o where o.resource_id = v.resource_id"
            + " and (o.number = v.number or o.origin = v.number))"
            + " and not exists (select 1 from branch b where b.resource_id = v.resource_id"
            + " and (b.base_number = v.number or b.tip_number = v.number))"
            + " and not exists (select 1 from revision w where w.resource_id = v.resource_id"
            + " and w.number = 0 and w.predecessor = v.number)";

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

    /** The same of those that are on one branch. */
    List<Integer> oldest(UUID resource, int branch, int after, int last, int limit) {
        return sql.list(
                "select number from revision where resource_id = ? and number > ? and number <= ? and branch_number = ?"
                        + " order by resource_id, number fetch first ? rows only",
                row -> row.getInt(1),
                resource,
                after,
                last,
                branch,
                limit);
    }

    /** The newest revision of a branch that is behind so many newer ones of it; empty when the branch is not that long. */
    Optional<Integer> newestBehind(UUID resource, int branch, int newer) {
        return sql.first(
                "select number from revision_line where resource_id = ? and branch_number = ?"
                        + " order by resource_id desc, branch_number desc, made_at desc"
                        + " offset ? rows fetch first 1 rows only",
                row -> row.getInt(1),
                resource,
                branch,
                newer);
    }

    /** Of some revisions, those that no label, branch or merge needs, and that are not being worked on in place. */
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
        sql.list(
                "select id, max_revisions from resource where max_revisions is not null and id = any(?)",
                row -> limits.put(row.getObject(1, UUID.class), row.getInt(2)),
                resources);
        return limits;
    }
}

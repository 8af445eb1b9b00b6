package io.tidemark.version.lineage;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.target.DatedView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the graph of a resource's revisions, a page at a time. A revision's number is greater than its predecessors'. */
@ApplicationScoped
class LineageRepository {

    private static final String RANGE = " from revision v where v.resource_id = ? and v.number > ? and v.number <= ?";
    private static final String ON_BRANCH = " and v.branch_number = ?";
    private static final String OLDEST_FIRST = " order by v.resource_id, v.number fetch first ? rows only";
    private static final String VIEWS = "select " + DatedView.COLUMNS + " from resource r join revision v"
            + " on v.resource_id = r.id where r.id = ? and v.number > ? and v.number <= ?";

    private static final String TIPS = "select " + DatedView.COLUMNS
            + " from (select resource_id, number, made_at from revision_line where resource_id = ?"
            + " and branch_number = 0 and made_at < ? order by resource_id, branch_number, made_at desc"
            + " fetch first ? rows only) l join resource r on r.id = l.resource_id"
            + " join revision v on v.resource_id = l.resource_id and v.number = l.number order by l.made_at desc";

    private static final String BASE = "select v.number, v.branch_number from branch b join revision v"
            + " on v.resource_id = b.resource_id and v.number = b.base_number where b.resource_id = ? and b.number = ?";

    @Inject
    private Sql sql;

    /** A revision's number, and that of its branch. */
    record Place(int number, int branch) {}

    /** Where a revision is. */
    Optional<Place> place(UUID resource, int number) {
        return sql.first(
                "select number, branch_number from revision where resource_id = ? and number = ?",
                row -> new Place(row.getInt(1), row.getInt(2)),
                resource,
                number);
    }

    /** The revision that a branch leaves; empty for the primary one. */
    Optional<Place> base(UUID resource, int branch) {
        return sql.first(BASE, row -> new Place(row.getInt(1), row.getInt(2)), resource, branch);
    }

    /** The number of a resource's newest revision. */
    int newest(UUID resource) {
        return sql.first("select newest_number from resource where id = ?", row -> row.getInt(1), resource)
                .orElse(0);
    }

    /** The first revisions of a range. */
    List<DatedView> oldest(RevisionRange range, int limit) {
        return sql.list(
                VIEWS + onBranch(range) + OLDEST_FIRST, row -> DatedView.read(row, 1), parameters(range, limit));
    }

    /** The number of the revision that {@code newer} others of a range are newer than; empty when it has none such. */
    Optional<Integer> before(RevisionRange range, int newer) {
        return sql.first(
                "select v.number" + RANGE + onBranch(range)
                        + " order by v.resource_id desc, v.number desc offset ? rows fetch first 1 rows only",
                row -> row.getInt(1),
                parameters(range, newer));
    }

    /** How many revisions a range has. */
    int count(RevisionRange range) {
        return sql.first("select count(*)" + RANGE + onBranch(range), row -> row.getInt(1), parameters(range))
                .orElse(0);
    }

    /** Revisions of the primary branch that were made before a time, the newest first. */
    List<DatedView> newestTips(UUID resource, Instant before, int limit) {
        return sql.list(TIPS, row -> DatedView.read(row, 1), resource, before.atOffset(ZoneOffset.UTC), limit);
    }

    private static String onBranch(RevisionRange range) {
        return range.branch() == null ? "" : ON_BRANCH;
    }

    private static @Nullable Object[] parameters(RevisionRange range, Object... more) {
        List<Object> parameters = new ArrayList<>(List.of(range.resource(), range.after(), range.upTo()));
        if (range.branch() != null) {
            parameters.add(range.branch());
        }
        parameters.addAll(List.of(more));
        return parameters.toArray();
    }
}

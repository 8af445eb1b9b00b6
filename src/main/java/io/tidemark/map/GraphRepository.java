package io.tidemark.map;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks about in the graph of a resource's revisions, step by step: nothing reads it whole. */
@ApplicationScoped
class GraphRepository {

    private static final String BRANCH = "select b.number, b.id, v.branch_number from branch b join revision v"
            + " on v.resource_id = b.resource_id and v.number = b.base_number where b.resource_id = ?";
    private static final String ON_BRANCH =
            "select number from revision_line where resource_id = ? and branch_number = ?"
                    + " and made_at >= coalesce((select created_at from revision where resource_id = ? and number = ?"
                    + " and number > 0), timestamp with time zone '1970-01-01 00:00:00+00') and number > ?"
                    + " order by resource_id, branch_number, made_at fetch first ? rows only";

    @Inject
    private Sql sql;

    /**
     * A branch besides the primary one.
     *
     * @param left the number of the branch that it left
     */
    record Branch(int number, String id, int left) {}

    /** The revision that each of some revisions follows, null for none; nothing of those that are not there. */
    Map<Integer, @Nullable Integer> predecessors(UUID resource, Collection<Integer> numbers) {
        Map<Integer, @Nullable Integer> predecessors = new HashMap<>();
        List<Object> parameters = new ArrayList<>(List.of(resource));
        parameters.addAll(numbers);
        sql.list(
                "select number, predecessor from revision where resource_id = ? and number in ("
                        + Sql.placeholders(numbers.size()) + ")",
                row -> predecessors.put(row.getInt(1), row.getObject(2, Integer.class)),
                parameters.toArray());
        return predecessors;
    }

    /** A page of the revisions that follow one, or none for null; in the order of their numbers, after {@code after}. */
    List<Integer> followers(UUID resource, @Nullable Integer number, int after, int limit) {
        return number == null
                ? sql.list(
                        "select number from revision_line where resource_id = ? and predecessor is null and number > ?"
                                + " order by number fetch first ? rows only",
                        row -> row.getInt(1),
                        resource,
                        after,
                        limit)
                : sql.list(
                        "select number from revision_line where resource_id = ? and predecessor = ? and number > ?"
                                + " order by number fetch first ? rows only",
                        row -> row.getInt(1),
                        resource,
                        number,
                        after,
                        limit);
    }

    /** A page of the revisions on a branch, oldest first, after {@code after}. */
    List<Integer> onBranch(UUID resource, int branch, int after, int limit) {
        return sql.list(ON_BRANCH, row -> row.getInt(1), resource, branch, resource, after, after, limit);
    }

    /** Whether a revision is on a branch. */
    boolean isOn(UUID resource, int number, int branch) {
        return sql.first(
                        "select 1 from revision where resource_id = ? and number = ? and branch_number = ?",
                        row -> true,
                        resource,
                        number,
                        branch)
                .isPresent();
    }

    /** The branch of an id. */
    Optional<Branch> branch(UUID resource, String id) {
        return sql.first(BRANCH + " and b.id = ?", GraphRepository::branch, resource, id);
    }

    /** The branch of a number. */
    Optional<Branch> branch(UUID resource, int number) {
        return sql.first(BRANCH + " and b.number = ?", GraphRepository::branch, resource, number);
    }

    /** A page of the branches besides the primary one, in the order of their numbers, after {@code after}. */
    List<Branch> branches(UUID resource, int after, int limit) {
        return sql.list(
                BRANCH + " and b.number > ? order by b.resource_id, b.number fetch first ? rows only",
                GraphRepository::branch,
                resource,
                after,
                limit);
    }

    /** A page of the branches that left a branch; as {@link #branches}. */
    List<Branch> branchesOf(UUID resource, int left, int after, int limit) {
        return sql.list(
                BRANCH + " and v.branch_number = ? and b.number > ? order by b.resource_id, b.number"
                        + " fetch first ? rows only",
                GraphRepository::branch,
                resource,
                left,
                after,
                limit);
    }

    /** How many revisions a resource has. */
    int count(UUID resource) {
        return sql.first("select count(*) from revision_line where resource_id = ?", row -> row.getInt(1), resource)
                .orElse(0);
    }

    private static Branch branch(ResultSet row) throws SQLException {
        return new Branch(row.getInt(1), row.getString(2), row.getInt(3));
    }
}

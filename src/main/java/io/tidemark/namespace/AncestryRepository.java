package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What the revisions of a resource come from, a range of numbers at a time. */
@ApplicationScoped
class AncestryRepository {

    /** How many numbers are read at a time. */
    static final int RANGE = 1_000;

    @Inject
    private Sql sql;

    /** That a revision comes from another. */
    record Step(int number, int before) {}

    /** Whether a client has said of a revision that a newer one was merged into it. */
    boolean hasForwardMerges(UUID resource) {
        return sql.first(
                        "select 1 from revision_origin where resource_id = ? and origin > number fetch first 1 rows only",
                        row -> true,
                        resource)
                .isPresent();
    }

    /** What the revisions above a number, and up to another, come from: those of the highest first. */
    List<Step> steps(UUID resource, int above, int upTo) {
        return sql.list(
                "select number, predecessor from revision where resource_id = ? and number > ? and number <= ?"
                        + " and predecessor is not null"
                        + " union all select number, origin from revision_origin where resource_id = ?"
                        + " and number > ? and number <= ? order by 1 desc",
                row -> new Step(row.getInt(1), row.getInt(2)),
                resource,
                above,
                upTo,
                resource,
                above,
                upTo);
    }
}

package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** What is known of resources that workspaces show by members of their own. */
@ApplicationScoped
public class OverrideRepository {

    @Inject
    private Sql sql;

    /** Notes that a workspace shows a resource by a member of its own. */
    void markOverridden(UUID resource) {
        sql.update("update resource set overridden = true where id = ? and not overridden", resource);
    }

    /** A branch besides the primary one. */
    public record Named(int number, String id) {}

    /** The branch of a resource's revision, if that is the newest on whichever branch; nothing for the primary one. */
    public Optional<Named> ofNewest(UUID resource, int revision) {
        return sql.first(
                "select b.number, b.id from resource r join revision v on v.resource_id = r.id and v.number = r.newest_number"
                        + " join branch b on b.resource_id = r.id and b.number = v.branch_number"
                        + " where r.id = ? and r.newest_number = ?",
                row -> new Named(row.getInt(1), row.getString(2)),
                resource,
                revision);
    }

    /** The number of the branch of a resource that has an id. */
    public Optional<Integer> branch(UUID resource, String id) {
        return sql.first(
                "select number from branch where resource_id = ? and id = ?", row -> row.getInt(1), resource, id);
    }
}

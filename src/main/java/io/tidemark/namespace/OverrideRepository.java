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

    /** The number of the branch of a resource that has an id. */
    public Optional<Integer> branch(UUID resource, String id) {
        return sql.first(
                "select number from branch where resource_id = ? and id = ?", row -> row.getInt(1), resource, id);
    }
}

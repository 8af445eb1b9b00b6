package io.tidemark.configuration;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.Ancestors;
import io.tidemark.namespace.ShownRevision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What workspaces show of times gone by. */
@ApplicationScoped
class LayerRepository {

    private static final String HELD = "select l.number from revision_line l where l.resource_id = ?"
            + " and l.branch_number = 0 and l.number in (%s) and (exists (select 1 from configuration_layer y"
            + " where y.as_of >= l.made_at and y.as_of < " + ShownRevision.NEWEST_UNTIL + ")"
            + " or exists (select 1 from former_member f join configuration_layer y on f.unmapped_at > y.kept_from"
            + " where f.resource_id = l.resource_id and f.unmapped_at >= l.made_at and f.unmapped_at < "
            + ShownRevision.NEWEST_UNTIL + "))";

    private static final String SHOWN = "select 1 from former_member f join member m on m.id = f.member_id"
            + " join configuration_layer y on y.root_id = ? and f.mapped_at <= y.as_of and f.unmapped_at > y.as_of"
            + " where f.resource_id = ? and m.collection_id = ? fetch first 1 rows only";

    @Inject
    private Sql sql;

    @Inject
    private Ancestors ancestors;

    /**
     * Of some revisions of a resource, those that were shown at a time that a workspace shows; it is not asked whether it shows
     * that part of the tree.
     */
    Set<Integer> held(UUID resource, Collection<Integer> numbers) {
        List<Object> parameters = new ArrayList<>(List.of(resource));
        parameters.addAll(numbers);
        return new HashSet<>(
                sql.list(HELD.formatted(Sql.placeholders(numbers.size())), row -> row.getInt(1), parameters.toArray()));
    }

    /**
     * Whether a resource was somewhere at a time that a workspace shows. That a workspace which inherits by itself has kept it
     * when it was deleted is no reason: else nothing could be destroyed any more once there is one.
     */
    boolean isShown(UUID resource) {
        List<UUID> collections = sql.list(
                "select distinct m.collection_id from former_member f join member m on m.id = f.member_id"
                        + " where f.resource_id = ?",
                row -> row.getObject(1, UUID.class),
                resource);
        return collections.stream()
                .anyMatch(collection -> ancestors
                        .rootOf(collection)
                        .flatMap(root -> sql.first(SHOWN, row -> true, root, resource, collection))
                        .isPresent());
    }
}

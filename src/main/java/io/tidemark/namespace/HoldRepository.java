package io.tidemark.namespace;

import io.tidemark.journal.Change;
import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What must stay as it is (docs/retention.md): nothing of it, or of what is or was below it, is condensed, destroyed or
 * purged. A file is below the collections that it is in, and those that it was deleted from.
 */
@ApplicationScoped
public class HoldRepository {

    private static final String ABOVE = "select collection_id from member where resource_id = any(?)"
            + " union select m.collection_id from former_member f join member m on m.id = f.member_id"
            + " where f.ending = 'DELETED' and f.resource_id = any(?)";

    @Inject
    private Sql sql;

    @Inject
    private Change change;

    /** Why each of some resources is held itself. */
    public Map<UUID, String> reasons(Collection<UUID> resources) {
        Map<UUID, String> reasons = new HashMap<>();
        sql.list(
                "select resource_id, reason from hold where resource_id = any(?)",
                row -> reasons.put(row.getObject(1, UUID.class), row.getString(2)),
                resources);
        return reasons;
    }

    /** Holds a resource from now on, for another reason, or for none any more. */
    public void set(UUID resource, @Nullable String reason) {
        int ended = sql.update("delete from hold where resource_id = ?", resource);
        if (reason != null) {
            sql.update("insert into hold (resource_id, reason) values (?, ?)", resource, reason);
        } else if (ended > 0) {
            sql.update("update held_mapping set released = true where not released");
        }
        change.changed(resource);
    }

    /** Whether a resource is held, or anything that it is or was in. */
    public boolean isHeld(UUID resource) {
        Set<UUID> held = held();
        return !held.isEmpty() && upwards(Set.of(resource)).stream().anyMatch(held::contains);
    }

    /** Whether anything is held that is, or was, in a collection or below it. */
    public boolean isAnythingHeldIn(UUID collection) {
        Set<UUID> held = held();
        return !held.isEmpty() && upwards(held).contains(collection);
    }

    /** Whether a resource is held, or holds what is held. */
    boolean isNeeded(UUID resource) {
        Set<UUID> held = held();
        return !held.isEmpty()
                && (upwards(held).contains(resource)
                        || upwards(Set.of(resource)).stream().anyMatch(held::contains));
    }

    private Set<UUID> held() {
        return Set.copyOf(sql.list("select resource_id from hold", row -> row.getObject(1, UUID.class)));
    }

    /** Resources, and all that they are in or were deleted from. */
    private Set<UUID> upwards(Set<UUID> resources) {
        Set<UUID> all = new HashSet<>(resources);
        Set<UUID> next = resources;
        while (!next.isEmpty()) {
            Set<UUID> above = new HashSet<>(sql.list(ABOVE, row -> row.getObject(1, UUID.class), next, next));
            above.removeAll(all);
            all.addAll(above);
            next = above;
        }
        return all;
    }
}

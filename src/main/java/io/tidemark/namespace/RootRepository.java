package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** In which tree a collection is, or was: the users' namespace, or that of a configuration. */
@ApplicationScoped
public class RootRepository {

    private static final String ABOVE =
            "select collection_id from member where resource_id = ? fetch first 1 rows only";

    private static final String FORMERLY_ABOVE = "select m.collection_id from former_member f"
            + " join member m on m.id = f.member_id where f.resource_id = ? order by f.unmapped_at desc"
            + " fetch first 1 rows only";

    @Inject
    private Sql sql;

    @Inject
    private MemberRepository members;

    /** The root above a collection; empty when the tree is no configuration's any more. */
    public Optional<UUID> of(UUID collection) {
        Set<UUID> seen = new HashSet<>();
        Optional<UUID> at = Optional.of(collection);
        while (at.isPresent() && seen.add(at.get())) {
            if (members.isConfigurationRoot(at.get())) {
                return at;
            }
            UUID below = at.get();
            at = above(ABOVE, below).or(() -> above(FORMERLY_ABOVE, below));
        }
        return Optional.empty();
    }

    private Optional<UUID> above(String query, UUID collection) {
        return sql.first(query, row -> row.getObject(1, UUID.class), collection);
    }
}

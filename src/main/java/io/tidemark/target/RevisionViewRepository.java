package io.tidemark.target;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.ResourceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads resources as their revisions show them. */
@ApplicationScoped
public class RevisionViewRepository {

    private static final String ONE = "select " + ResourceView.COLUMNS + " from resource r"
            + " join revision v on v.resource_id = r.id and v.number = coalesce(cast(? as integer), r.revision_number)"
            + " where r.id = ?";

    private static final String REVISION = "select " + DatedView.COLUMNS + " from resource r"
            + " join revision v on v.resource_id = r.id and v.number = ? where r.id = ?";

    private static final String PAGE = "select " + DatedView.COLUMNS + " from resource r"
            + " join revision v on v.resource_id = r.id and v.number > ? where r.id = ?"
            + " order by v.resource_id, v.number fetch first ? rows only";

    @Inject
    private Sql sql;

    /** A resource as one of its revisions shows it; as a plain request sees it when no number is given. */
    public Optional<ResourceView> view(UUID resource, @Nullable Integer number) {
        return sql.first(ONE, row -> ResourceView.existing(row, 1), number, resource);
    }

    /** A resource as a plain request sees it, its row locked until the transaction ends. */
    public Optional<ResourceView> locked(UUID resource) {
        return locked(resource, null);
    }

    /**
     * A resource as one of its revisions shows it, or a plain request sees it; both rows locked until the transaction ends.
     * PostgreSQL finds nothing where it had to wait for somebody who made another revision. By then it has locked the
     * resource, and the next look sees it as it is.
     */
    Optional<ResourceView> locked(UUID resource, @Nullable Integer number) {
        return lock(number, resource).or(() -> lock(number, resource));
    }

    private Optional<ResourceView> lock(@Nullable Integer number, UUID resource) {
        return sql.first(ONE + " for update", row -> ResourceView.existing(row, 1), number, resource);
    }

    /** A page of a resource's revisions in the order of their numbers, after that of {@code after}. */
    List<DatedView> list(UUID resource, int after, int limit) {
        return sql.list(PAGE, row -> DatedView.read(row, 1), after, resource, limit);
    }

    /** One revision of a resource. */
    public Optional<DatedView> revision(UUID resource, int number) {
        return sql.first(REVISION, row -> DatedView.read(row, 1), number, resource);
    }
}

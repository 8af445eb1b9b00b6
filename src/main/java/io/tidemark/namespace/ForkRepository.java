package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What revisions say of further successors, and which they have. The caller's transaction has the resource's row. */
@ApplicationScoped
public class ForkRepository {

    private static final String FOLLOWER = "select 1 from revision_line where resource_id = ? and predecessor = ?"
            + " union all select 1 from revision_origin where resource_id = ? and origin = ? and not merged"
            + " fetch first 1 rows only";

    @Inject
    private Sql sql;

    @Inject
    private RevisionRepository revisions;

    @Inject
    private RevisionNoteRepository notes;

    /** Whether a revision follows another, as the server knows. */
    public boolean hasSuccessor(UUID resource, int number) {
        return sql.first(FOLLOWER, row -> true, resource, number, resource, number)
                .isPresent();
    }

    /** What a revision says of being checked out a second time; empty for nothing. */
    public Optional<Fork> checkoutFork(UUID resource, int number) {
        return Optional.ofNullable(revisions.find(resource, number).checkoutFork());
    }

    /** Lets a revision, or what is worked on, say something of being checked out a second time; null for nothing. */
    public void setCheckoutFork(ResourceView revision, @Nullable Fork rule) {
        revisions.find(revision).setCheckoutFork(rule);
        notes.noted(revision);
    }

    /** Lets a revision, or what is worked on, say something of a second successor; null for nothing. */
    public void setCheckinFork(ResourceView revision, @Nullable Fork rule) {
        revisions.find(revision).setCheckinFork(rule);
        notes.noted(revision);
    }
}

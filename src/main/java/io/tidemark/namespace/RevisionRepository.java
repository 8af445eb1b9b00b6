package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.kernel.sql.SqlStatement;
import io.tidemark.kernel.sql.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Resources and their revisions. */
@ApplicationScoped
public class RevisionRepository {

    @Inject
    private UnitOfWork work;

    @Inject
    private Sql sql;

    /** Runs statements together; see {@link Sql#pipeline}. */
    int[] send(List<SqlStatement> statements) {
        return sql.pipeline(statements);
    }

    /** Corrects since when the content of a revision has been stored, of one that was {@link #send sent}. */
    void setStoredAt(Revision sent, Instant storedAt) {
        sql.update(
                "update revision set content_stored_at = ? where resource_id = ? and number = ?",
                storedAt.atOffset(ZoneOffset.UTC),
                sent.resourceId(),
                sent.number());
    }

    /** Stores a new resource with its first revision. */
    void persist(Resource resource, Revision revision) {
        work.add(resource);
        work.add(revision);
        if (resource.isVersioned()) {
            work.add(revision.place());
        }
    }

    /** Stores a further revision of a versioned resource, in its place on its branch. */
    void persist(Revision revision) {
        work.add(revision);
        work.add(revision.place());
    }

    /** Stores what is being worked on, which has no place on any branch. */
    void persistState(Revision state) {
        work.add(state);
    }

    /** Deletes what was being worked on. */
    void deleteState(Revision state) {
        work.entities().remove(state);
    }

    /** Deletes a working resource, whose state has gone. */
    void delete(Resource working) {
        work.entities().remove(working);
    }

    /** A resource that must be there, its row locked, as it is from then on. */
    Resource lock(UUID id) {
        Resource resource = find(id);
        work.lock(resource);
        return resource;
    }

    /** Stores a new branch. */
    void persist(Branch branch) {
        work.add(branch);
    }

    /** The number of a resource's newest branch; 0 when it has the primary one alone. */
    int newestBranch(UUID resource) {
        return work.entities()
                .createQuery(
                        "select coalesce(max(b.key.number), 0) from Branch b where b.key.resourceId = :resource",
                        Integer.class)
                .setParameter("resource", resource)
                .getSingleResult();
    }

    /** A branch that must be there. */
    Branch findBranch(UUID resource, int number) {
        return Objects.requireNonNull(work.entities().find(Branch.class, new RevisionKey(resource, number)));
    }

    /** A resource that must be there. */
    Resource find(UUID id) {
        return Objects.requireNonNull(work.entities().find(Resource.class, id));
    }

    /** The revision that a view was read from, for a change in place. The caller holds the resource's row. */
    public Revision find(ResourceView view) {
        return find(view.id(), view.revision());
    }

    /** A revision that must be there. */
    Revision find(UUID resource, int number) {
        return Objects.requireNonNull(work.entities().find(Revision.class, new RevisionKey(resource, number)));
    }

    /** Deletes a revision; what followed it follows what it followed. */
    void remove(Revision gone) {
        work.entities()
                .createQuery(
                        "select r from Revision r, RevisionLine l where l.resourceId = :resource"
                                + " and l.predecessor = :number and r.key.resourceId = l.resourceId"
                                + " and r.key.number = l.number",
                        Revision.class)
                .setParameter("resource", gone.resourceId())
                .setParameter("number", gone.number())
                .getResultList()
                .forEach(follower -> follower.follow(gone.predecessor()));
        work.entities()
                .createQuery("update RevisionLine l set l.predecessor = :before where l.resourceId = :resource"
                        + " and l.predecessor = :number")
                .setParameter("before", gone.predecessor())
                .setParameter("resource", gone.resourceId())
                .setParameter("number", gone.number())
                .executeUpdate();
        work.entities()
                .createQuery("delete from RevisionLine l where l.resourceId = :resource and l.branchNumber = :branch"
                        + " and l.madeAt = :made")
                .setParameter("resource", gone.resourceId())
                .setParameter("branch", gone.branchNumber())
                .setParameter("made", gone.createdAt())
                .executeUpdate();
        work.entities().remove(gone);
    }

    /** Lets go of what was sent, so that a long copy does not gather in memory. */
    void forget() {
        work.forget();
    }
}

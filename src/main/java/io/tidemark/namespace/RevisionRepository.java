package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.kernel.sql.SqlStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Resources and their revisions. */
@ApplicationScoped
public class RevisionRepository {

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entityManager;

    @Inject
    private Sql sql;

    /** Runs statements together; see {@link Sql#pipeline}. What the persistence provider knows must have been sent before. */
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
        entityManager.persist(resource);
        entityManager.persist(revision);
        if (resource.isVersioned()) {
            entityManager.persist(revision.place());
        }
    }

    /** Stores a further revision of a versioned resource, in its place on its branch. */
    void persist(Revision revision) {
        entityManager.persist(revision);
        entityManager.persist(revision.place());
    }

    /** Stores what is being worked on, which has no place on any branch. */
    void persistState(Revision state) {
        entityManager.persist(state);
    }

    /** Deletes what was being worked on. */
    void deleteState(Revision state) {
        entityManager.remove(state);
        entityManager.flush();
    }

    /** Deletes a working resource, whose state has gone. */
    void delete(Resource working) {
        entityManager.remove(working);
    }

    /** A resource that must be there, its row locked, as it is from then on. */
    Resource lock(UUID id) {
        Resource resource = find(id);
        entityManager.refresh(resource, LockModeType.PESSIMISTIC_WRITE);
        return resource;
    }

    /** Stores a new branch. */
    void persist(Branch branch) {
        entityManager.persist(branch);
    }

    /** The number of a resource's newest branch; 0 when it has the primary one alone. */
    int newestBranch(UUID resource) {
        return entityManager
                .createQuery(
                        "select coalesce(max(b.key.number), 0) from Branch b where b.key.resourceId = :resource",
                        Integer.class)
                .setParameter("resource", resource)
                .getSingleResult();
    }

    /** A branch that must be there. */
    Branch findBranch(UUID resource, int number) {
        return Objects.requireNonNull(entityManager.find(Branch.class, new RevisionKey(resource, number)));
    }

    /** A resource that must be there. */
    Resource find(UUID id) {
        return Objects.requireNonNull(entityManager.find(Resource.class, id));
    }

    /** The revision that a view was read from, for a change in place. The caller holds the resource's row. */
    public Revision find(ResourceView view) {
        return find(view.id(), view.revision());
    }

    /** A revision that must be there. */
    Revision find(UUID resource, int number) {
        return Objects.requireNonNull(entityManager.find(Revision.class, new RevisionKey(resource, number)));
    }

    /** Deletes a revision; what followed it follows what it followed. */
    void remove(Revision gone) {
        entityManager
                .createQuery(
                        "select r from Revision r, RevisionLine l where l.resourceId = :resource"
                                + " and l.predecessor = :number and r.key.resourceId = l.resourceId"
                                + " and r.key.number = l.number",
                        Revision.class)
                .setParameter("resource", gone.resourceId())
                .setParameter("number", gone.number())
                .getResultList()
                .forEach(follower -> follower.follow(gone.predecessor()));
        entityManager
                .createQuery("update RevisionLine l set l.predecessor = :before where l.resourceId = :resource"
                        + " and l.predecessor = :number")
                .setParameter("before", gone.predecessor())
                .setParameter("resource", gone.resourceId())
                .setParameter("number", gone.number())
                .executeUpdate();
        entityManager
                .createQuery("delete from RevisionLine l where l.resourceId = :resource and l.branchNumber = :branch"
                        + " and l.madeAt = :made")
                .setParameter("resource", gone.resourceId())
                .setParameter("branch", gone.branchNumber())
                .setParameter("made", gone.createdAt())
                .executeUpdate();
        entityManager.remove(gone);
        entityManager.flush();
    }

    /** Lets go of what was sent, so that a long copy does not gather in memory. */
    void forget() {
        entityManager.clear();
    }

    /** Sends what the transaction has written so far to the database, so that plain SQL sees it. */
    public void flush() {
        entityManager.flush();
    }
}

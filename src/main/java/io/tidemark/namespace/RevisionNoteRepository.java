package io.tidemark.namespace;

import io.tidemark.journal.Change;
import io.tidemark.journal.Deed;
import io.tidemark.kernel.sql.Sql;
import io.tidemark.kernel.sql.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be written onto a revision without making another: labels, merges, a comment, and whether it is thawed. The
 * caller's transaction has the resource's row.
 */
@ApplicationScoped
public class RevisionNoteRepository {

    private static final String SHOWN = "select 1 from member where resource_id = ?"
            + " and (default_number = ? or (default_number is null and ? = ?)) fetch first 1 rows only";

    @Inject
    private Sql sql;

    @Inject
    private UnitOfWork work;

    @Inject
    private RevisionRepository revisions;

    @Inject
    private SittingRepository sittings;

    @Inject
    private Change change;

    /** The labels of a revision. */
    public Set<String> labels(ResourceView revision) {
        return Set.copyOf(sql.list(
                "select label from revision_label where resource_id = ? and number = ?",
                row -> row.getString(1),
                revision.id(),
                revision.revision()));
    }

    /** Gives a revision some labels more, which no revision has. */
    public void addLabels(ResourceView revision, Collection<String> labels, String principal) {
        sittings.close(revision.id(), revision.revision());
        labels.forEach(label -> work.add(new RevisionLabel(revision.id(), label, revision.revision(), principal)));
        noted(revision, Deed.LABEL);
    }

    /** Whether a user has given as many labels as that. */
    public boolean reachesLabels(int count, String principal) {
        return sql.reaches(count, "select 1 from revision_label where principal = ?", principal);
    }

    /** Takes a label from a revision. */
    public void removeLabel(ResourceView revision, String label) {
        work.entities()
                .createQuery("delete from RevisionLabel l where l.resourceId = :resource and l.label = :label"
                        + " and l.number = :number")
                .setParameter("resource", revision.id())
                .setParameter("label", label)
                .setParameter("number", revision.revision())
                .executeUpdate();
        noted(revision, Deed.LABEL);
    }

    /** Says that a revision follows another one besides that which it follows on its line. */
    void addPredecessor(Revision revision, UUID resource, int predecessor) {
        sql.update(
                "insert into revision_origin (resource_id, number, origin, merged) values (?, ?, ?, false)",
                resource,
                revision.number(),
                predecessor);
    }

    /** The revisions that a client says were merged into a revision, all of them. */
    public void setMergedFrom(ResourceView revision, Collection<Integer> origins) {
        sql.update(
                "delete from revision_origin where resource_id = ? and number = ? and merged",
                revision.id(),
                revision.revision());
        insertMerges(origins.stream()
                .map(origin -> new @Nullable Object[] {revision.id(), revision.revision(), origin})
                .toList());
        noted(revision);
    }

    /** The revisions that a client says a revision was merged into, all of them. */
    public void setMergedTo(ResourceView revision, Collection<Integer> numbers) {
        sql.update(
                "delete from revision_origin where resource_id = ? and origin = ? and merged",
                revision.id(),
                revision.revision());
        insertMerges(numbers.stream()
                .map(number -> new @Nullable Object[] {revision.id(), number, revision.revision()})
                .toList());
        noted(revision);
    }

    private void insertMerges(List<@Nullable Object[]> merges) {
        merges.forEach(merge -> {
            sittings.close((UUID) Objects.requireNonNull(merge[0]), (Integer) merge[1]);
            sittings.close((UUID) Objects.requireNonNull(merge[0]), (Integer) merge[2]);
        });
        sql.batch("insert into revision_origin (resource_id, number, origin, merged) values (?, ?, ?, true)", merges);
    }

    /** Why a revision was made. */
    public void setComment(ResourceView revision, @Nullable String comment) {
        revisions.find(revision).setComment(comment);
        noted(revision);
    }

    /** Whether THAW will make a revision mutable. */
    public void setCanThaw(ResourceView revision, boolean canThaw) {
        revisions.find(revision).setCanThaw(canThaw);
        noted(revision);
    }

    /** Makes a revision mutable, or ends that. */
    public void setThawed(ResourceView revision, boolean thawed) {
        revisions.find(revision).setThawed(thawed);
        noted(revision);
    }

    /** It is news to those who synchronise if a member's URL shows the revision. */
    void noted(ResourceView revision) {
        noted(revision, Deed.PROPERTIES);
    }

    private void noted(ResourceView revision, Deed deed) {
        boolean shown = sql.first(
                        SHOWN, row -> true, revision.id(), revision.revision(), revision.revision(), revision.tip())
                .isPresent();
        if (shown) {
            change.made(revision.id(), revision.revision());
            change.changed(revision.id(), deed);
        }
    }
}

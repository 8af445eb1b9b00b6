package io.tidemark.namespace;

import io.tidemark.journal.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the revisions of resources that are under version control. The caller's transaction has the resource's row. */
@ApplicationScoped
class History {

    @Inject
    private RevisionRepository revisions;

    @Inject
    private MembershipRevisions membership;

    @Inject
    private Condensing condensing;

    @Inject
    private Change change;

    /** A new revision on a line. It shows what the line's newest did, until the caller changes it. */
    Revision next(UUID resource, Line line) {
        return next(resource, line, change.at());
    }

    /** A new revision on a line, made at a time; or just after the line's newest. */
    Revision next(UUID resource, Line line, Instant at) {
        Resource of = revisions.find(resource);
        Revision tip = revisions.find(resource, line.tip());
        Revision next = new Revision(tip, of.takeNumber(), line, change.principal(), after(tip, at));
        revisions.persist(next);
        if (line.isPrimary()) {
            of.moveTip(next.number());
        } else {
            revisions.findBranch(resource, line.branch()).moveTip(next.number());
        }
        return next;
    }

    /**
     * The time at which a change of a collection's members counts as made. A collection under version control gets a
     * revision of just that time, one for each change; its members' times say of each revision what was in it.
     */
    Instant memberTime(Parent collection) {
        if (!collection.versioning().makesRevisions()) {
            return change.at();
        }
        return membership.timeOf(collection.id(), () -> {
            Resource locked = revisions.lock(collection.id());
            Instant made = next(locked.id(), new Line(Line.PRIMARY, locked.tipNumber()))
                    .createdAt();
            condensing.afterRevision(locked);
            return made;
        });
    }

    /** One after the other, also when a transaction had to wait for the one before it. */
    private static Instant after(Revision tip, Instant at) {
        Instant earliest = tip.createdAt().plus(1, ChronoUnit.MICROS);
        return at.isBefore(earliest) ? earliest : at;
    }

    /** A branch that leaves a revision; its own first revision shows what that one does. */
    Revision branch(UUID resource, int base, String id, @Nullable String comment) {
        Resource of = revisions.find(resource);
        int number = revisions.newestBranch(resource) + 1;
        Revision first = new Revision(
                revisions.find(resource, base),
                of.takeNumber(),
                new Line(number, base),
                change.principal(),
                after(revisions.find(resource, base), change.at()));
        first.setComment(comment);
        revisions.persist(first);
        revisions.persist(new Branch(new RevisionKey(resource, number), id, base, first, comment));
        condensing.afterRevision(of);
        return first;
    }
}

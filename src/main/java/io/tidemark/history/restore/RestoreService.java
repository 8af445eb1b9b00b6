package io.tidemark.history.restore;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteGate;
import io.tidemark.guard.WriteIntent;
import io.tidemark.history.State;
import io.tidemark.history.States;
import io.tidemark.history.TreeState;
import io.tidemark.journal.Change;
import io.tidemark.journal.Sequencer;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.error.Patience;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.PathFinder;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets collections be what they were, each in one transaction and one change: all of it or nothing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RestoreService {

    @Inject
    private Admission admission;

    @Inject
    private Targets targets;

    @Inject
    private States states;

    @Inject
    private RestorePlanner planner;

    @Inject
    private UndoPlanner undoes;

    @Inject
    private UndoRepository repository;

    @EJB
    private Sequencer sequencer;

    @Inject
    private RestoreRun run;

    @Inject
    private Change change;

    @Inject
    @ConfigProperty(name = "tidemark.transaction.seconds", defaultValue = "30")
    private int transactionSeconds;

    /**
     * Restores a collection, or says what that would do. Nobody else writes in it meanwhile.
     *
     * @throws DavException as {@link States#of}; 409 {@code T:content-not-kept} with each URL; a protection's refusal; 507
     *     {@code too-many-members} for more than is looked at, or done, in one transaction
     */
    @Write
    public Restored restore(DavPath path, Preconditions preconditions, RestoreRequest wanted) {
        Patience patience = patience();
        FilesTarget collection = alone(path, preconditions);
        if (wanted.to() instanceof State.Elsewhere) {
            throw DavException.of(409, Conditions.NO_SUCH_STATE);
        }
        TreeState state = states.of(collection, wanted.to(), wanted.host());
        Plan plan = planner.plan(collection, state, wanted.scope(), patience);
        if (!plan.lost().isEmpty() && !wanted.skip()) {
            throw DavException.of(409, Conditions.CONTENT_NOT_KEPT.at(plan.lost()));
        }
        if (wanted.preview() || plan.isEmpty()) {
            return Restored.by(plan, plan.lost(), null);
        }
        run.run(collection, plan, preconditions.submittedTokens(), patience);
        return Restored.by(plan, plan.lost(), change.id());
    }

    /**
     * Takes a change back, or all that was done in a checkin set, or says what that would do. Nobody else writes in the collection
     * meanwhile.
     *
     * @throws DavException 404 {@code T:no-such-change}; as {@link UndoPlanner#plan}; 409 {@code T:content-not-kept}; a
     *     protection's refusal
     */
    @Write
    public Restored undo(DavPath path, Preconditions preconditions, UndoRequest wanted) {
        Patience patience = patience();
        FilesTarget collection = alone(path, preconditions);
        Plan plan = undoes.plan(collection, changes(wanted), wanted.override(), patience);
        if (!plan.lost().isEmpty()) {
            throw DavException.of(409, Conditions.CONTENT_NOT_KEPT.at(plan.lost()));
        }
        if (wanted.preview() || plan.isEmpty()) {
            return Restored.by(plan, List.of(), null);
        }
        run.run(collection, plan, preconditions.submittedTokens(), patience);
        return Restored.by(plan, List.of(), change.id());
    }

    /** A third of the transaction's time is left for its end. */
    private Patience patience() {
        return new Patience(
                Duration.ofSeconds(transactionSeconds).multipliedBy(2).dividedBy(3), Conditions.TOO_MANY_MEMBERS);
    }

    private Set<Long> changes(UndoRequest wanted) {
        String id = wanted.change();
        if (id != null) {
            return Set.of(states.change(id).number());
        }
        Target set = targets.of(Objects.requireNonNull(wanted.checkinSet()));
        ResourceView resource = set.resource();
        if (resource == null || !set.path().subtree().equals(PathFinder.CHECKINSETS)) {
            throw DavException.of(409, Conditions.NO_SUCH_CHECKIN_SET);
        }
        sequencer.sequence();
        return repository.ofSet(resource.id());
    }

    private FilesTarget alone(DavPath path, Preconditions preconditions) {
        Target found = targets.of(path);
        Set<UUID> alone = new HashSet<>(Set.of(WriteGate.TOPOLOGY));
        List<UUID> lineage = found.lineage();
        if (!lineage.isEmpty()) {
            alone.add(lineage.get(lineage.size() - 1));
        }
        FilesTarget collection = admission
                .admit(preconditions, alone, List.of(WriteIntent.read(path)))
                .get(0);
        if (!collection.isMapped()) {
            throw DavException.notFound();
        }
        if (!collection.isCollection()) {
            throw DavException.methodNotAllowed();
        }
        return collection;
    }
}

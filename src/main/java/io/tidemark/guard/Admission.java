package io.tidemark.guard;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.sql.Collision;
import io.tidemark.namespace.StorageCollections;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.PathRepository;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The way into every write, inside its transaction: it locks what the request is about, reads it as it is from then on,
 * and lets the request through or refuses it.
 */
@ApplicationScoped
public class Admission {

    @Inject
    private Targets targets;

    @Inject
    private PathRepository paths;

    @Inject
    private ClaimedTargets claimed;

    @Inject
    private Obstacles obstacles;

    @Inject
    private PathAncestorCache ways;

    @Inject
    private Guard guard;

    @Inject
    private AdmittedRequest admitted;

    private List<Protection> protections = List.of();

    @Inject
    private StorageCollections path;

    @Inject
    private LockedWrites underLocks;

    @Inject
    void learn(@Any Instance<Protection> all) {
        protections = all.stream()
                .sorted(Comparator.comparing(Protection::isFirst).reversed())
                .toList();
    }

    /** Admits a request that writes at one path. */
    public FilesTarget admit(Preconditions preconditions, WriteIntent intent) {
        return admit(preconditions, Set.of(), List.of(intent)).get(0);
    }

    /**
     * Admits a request that writes at several paths, of which the first is the request URL's.
     *
     * @param exclusive the collections and the topology that the request needs for itself until it commits
     * @return what the paths name now, in the order of the claims
     * @throws DavException 403 when a path is not in the users' namespace; 412 or a protection's refusal
     * @throws Collision when another transaction was faster; to be run again
     */
    public List<FilesTarget> admit(Preconditions preconditions, Set<UUID> exclusive, List<WriteIntent> claims) {
        WriteIntent first = claims.get(0);
        claimed.requireAnswering(first);
        boolean plain = claims.size() == 1
                && exclusive.isEmpty()
                && preconditions.ifHeader().isEmpty();
        if (plain) {
            ways.guess(first.path()).ifPresent(obstacles::expect);
        }
        List<FilesTarget> found = claims.stream().map(claimed::resolve).toList();
        if (plain) {
            ways.learn(found.get(0));
        }
        Set<UUID> alone = new HashSet<>(exclusive);
        alone.addAll(guard.exclusiveScopes(preconditions, found.get(0)));
        Set<UUID> shared = new HashSet<>();
        found.forEach(target -> shared.addAll(target.lineage()));
        obstacles.enter(shared, alone);
        List<FilesTarget> settled = alone.isEmpty() ? found : claimed.confirm(claims, found);
        List<FilesTarget> locked = claimed.lock(claimed.prepared(claims, settled)).stream()
                .map(claimed::complete)
                .toList();
        List<FilesTarget> targets = claimed.selected(claims, locked);
        guard.check(preconditions, targets.get(0));
        for (int i = 0; i < claims.size(); i++) {
            FilesTarget target = targets.get(i);
            Set<Effect> effects = claims.get(i).effects().apply(target);
            protect(target, effects, preconditions.submittedTokens());
            targets.set(i, underLocks.joined(target, effects, preconditions.submittedTokens()));
            if (!effects.isEmpty()) {
                // Where two are written, what is stored is stored at the second: the destination.
                accountTo(target);
            }
        }
        admitted.note(preconditions);
        return targets;
    }

    /**
     * Admits a request at a URL that names no member of a tree: a root, a map, a checkin set that is to be made.
     *
     * @param shared the collections that the request writes through
     * @param exclusive the collections that the request needs for itself until it commits
     * @return what the URL names now
     * @throws DavException 412
     */
    public Target admit(Preconditions preconditions, DavPath path, Set<UUID> shared, Set<UUID> exclusive) {
        Set<UUID> alone = new HashSet<>(exclusive);
        alone.addAll(guard.exclusiveScopes(preconditions, targets.of(path)));
        obstacles.enter(shared, alone);
        Target target = targets.of(path);
        guard.check(preconditions, target);
        admitted.note(preconditions);
        return target;
    }

    /**
     * Admits a part of a request that writes at many paths below the request URL's collection. What they name has been
     * found already; each of them has to be {@link #protect protected} besides.
     *
     * @param collection the request URL's target
     * @param conditional whether the request's conditions must hold: what its first part wrote may end them
     * @param found what the paths name
     * @return what the paths name now, those that are mapped locked, in the same order
     * @throws DavException 412
     * @throws Collision when another transaction was faster; to be run again
     */
    public List<FilesTarget> admit(
            Preconditions preconditions, FilesTarget collection, boolean conditional, List<FilesTarget> found) {
        Set<UUID> alone = conditional ? guard.exclusiveScopes(preconditions, collection) : Set.of();
        Set<UUID> shared = new HashSet<>(collection.lineage());
        found.forEach(target -> shared.addAll(target.ancestors()));
        obstacles.enter(shared, alone);
        if (!alone.isEmpty()) {
            claimed.confirm(List.of(WriteIntent.read(collection.path())), List.of(collection));
        }
        List<FilesTarget> targets = claimed.lock(found);
        if (conditional) {
            guard.check(preconditions, collection);
        }
        admitted.note(preconditions);
        return written(targets);
    }

    /**
     * Lets what is below an admitted target be written along with it: each has to be {@link #protect protected} besides.
     *
     * @param found members of collections that have been admitted so, or of the target
     * @return what they name now, locked, in the same order; in a workspace, as the workspace's own
     */
    public List<FilesTarget> admitBelow(FilesTarget admitted, List<FilesTarget> found) {
        Set<UUID> shared = new HashSet<>();
        Set<UUID> rows = new HashSet<>();
        for (FilesTarget target : found) {
            // Who has a collection for himself does not wait for those who hold a file in it and wait for the
            // collection.
            boolean alone = target.isFile() && obstacles.isAlone(target.ancestors());
            shared.addAll(alone ? target.ancestors() : target.lineage());
            rows.addAll(alone ? target.lineage() : List.of());
        }
        obstacles.enter(shared, Set.of());
        boolean configured = admitted instanceof ConfiguredTarget;
        List<FilesTarget> locked =
                claimed.lock(configured ? found.stream().map(claimed::prepare).toList() : found);
        // Only what is seen when the row is locked is so until the end.
        obstacles.look(rows);
        return written(configured ? locked.stream().map(claimed::complete).toList() : locked);
    }

    private List<FilesTarget> written(List<FilesTarget> targets) {
        return targets.stream().map(this::written).toList();
    }

    private FilesTarget written(FilesTarget target) {
        return underLocks.joined(target, Set.of(Effect.MODIFY), admitted.submittedTokens());
    }

    /**
     * Whether a request would be admitted as things are now: asked before a long body is read, to spare it. It locks
     * nothing, and promises nothing.
     */
    public FilesTarget preview(Preconditions preconditions, WriteIntent intent) {
        claimed.requireAnswering(intent);
        FilesTarget target = claimed.selected(intent, claimed.resolve(intent));
        guard.check(preconditions, target);
        Set<Effect> effects = intent.effects().apply(target);
        protect(target, effects, preconditions.submittedTokens());
        return underLocks.joined(target, effects, preconditions.submittedTokens());
    }

    /** The lock under which the admitted request makes something at a name, if its writes make one revision. */
    public Optional<UUID> holdOnNew(FilesTarget target) {
        return underLocks.ofNew(target, admitted.submittedTokens());
    }

    /** Says that what is stored from now on is stored through the URL of a target. */
    public void accountTo(FilesTarget target) {
        path.accountTo(paths.through(target));
    }

    /** Whether somebody else than the caller keeps what a URL names, or its name, as it is. */
    public boolean isHeldByOthers(FilesTarget target) {
        return protections.stream().anyMatch(protection -> protection.isHeldByOthers(target));
    }

    private void protect(FilesTarget target, Set<Effect> effects, List<String> submittedTokens) {
        effects.forEach(effect -> protect(target, effect, submittedTokens));
    }

    /**
     * Asks all protections whether an effect is let through.
     *
     * @throws DavException a protection's refusal
     */
    public void protect(FilesTarget target, Effect effect, List<String> submittedTokens) {
        protections.forEach(protection -> protection.check(target, effect, submittedTokens));
        if (effect == Effect.MEMBERSHIP) {
            underLocks.collected(target, submittedTokens);
        }
    }
}

package io.tidemark.history.restore;

import io.tidemark.files.RevisionRestore;
import io.tidemark.history.CompareReader;
import io.tidemark.history.NamePair;
import io.tidemark.history.PastMember;
import io.tidemark.history.TreeState;
import io.tidemark.journal.Sequencer;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.error.Patience;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.PropertySetRepository;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.RevisionViewRepository;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what has to be done for a tree to be what it was: walks through it as it was and as it is, side by side, and
 * only to names at or below which something has changed since. In the files, a collection is the same one wherever it is; in a workspace it is what
 * a path leads to.
 */
@ApplicationScoped
class RestorePlanner {

    @Inject
    private CompareReader reader;

    @Inject
    private RevisionViewRepository views;

    @Inject
    private RevisionRestore restores;

    @Inject
    private PropertySetRepository propertySets;

    @Inject
    private RestoreRepository repository;

    @Inject
    private LostMembers lost;

    @Inject
    private Whereabouts whereabouts;

    @EJB
    private Sequencer sequencer;

    @Inject
    @ConfigProperty(name = "tidemark.restore.max-members", defaultValue = "100000")
    private int maxMembers;

    /**
     * Plans. Nobody else may write in the collection meanwhile.
     *
     * @throws DavException 507 {@code too-many-members}
     */
    Plan plan(FilesTarget collection, TreeState state, Scope scope, Patience patience) {
        if (state.isNow()) {
            return new Plan();
        }
        sequencer.sequence();
        Walk walk = new Walk(new Plan(), state, scope, patience);
        walk.collection(state.target(), collection, null);
        walk.plan.join();
        return walk.plan;
    }

    /**
     * Plans that a collection of a workspace comes back, with what was in it: what others have there does not by itself.
     *
     * @param past the collection as it was at a time
     */
    void bring(Plan plan, PastMember past, Instant moment, Patience patience) {
        new Walk(plan, new TreeState(past.target(), moment, true), new Scope(Set.of()), patience).arrived(past);
    }

    /** One walk through a tree. */
    private final class Walk {

        private final Plan plan;
        private final Set<UUID> seen = new HashSet<>();
        private final TreeState state;
        private final Instant moment;
        private final Scope scope;
        private final Patience patience;
        private int members;

        Walk(Plan plan, TreeState state, Scope scope, Patience patience) {
            this.plan = plan;
            this.state = state;
            this.moment = Objects.requireNonNull(state.moment());
            this.scope = scope;
            this.patience = patience;
        }

        /**
         * Goes through a collection.
         *
         * @param now the same one now; null where a workspace has it no more
         * @param with what it comes back with; null where it is there
         */
        private void collection(FilesTarget past, @Nullable FilesTarget now, @Nullable Arrival with) {
            // A collection with two names is gone through once.
            if (!seen.add(past.mapped().id())) {
                return;
            }
            Set<String> destroyed = destroyed(past);
            for (NamePair pair : pairs(past, now, with)) {
                members++;
                if (members > maxMembers) {
                    throw DavException.of(507, Conditions.TOO_MANY_MEMBERS);
                }
                patience.require();
                if (!destroyed.contains(pair.name())) {
                    name(past, pair, with);
                }
            }
        }

        /** What was there and cannot come back; what is there in its place stays, unless that is refused. */
        private Set<String> destroyed(FilesTarget past) {
            Set<String> names = new HashSet<>();
            lost.destroyed(past, moment).forEach((name, gone) -> {
                DavPath path = past.path().child(name, gone.collection());
                if (scope.contains(path)) {
                    plan.lose(path.href(), gone.resource());
                    names.add(name);
                }
            });
            return names;
        }

        /** What may differ; of a collection that comes back, all that comes back with it. */
        private Iterable<NamePair> pairs(FilesTarget past, @Nullable FilesTarget now, @Nullable Arrival with) {
            PastMember before = new PastMember(past, true);
            PastMember after = now == null ? null : new PastMember(now, true);
            return with != null && with.current() == null
                    ? reader.allPairs(before, state, after, now(state))
                    : reader.pairs(before, state, after, now(state), "");
        }

        private void name(FilesTarget collection, NamePair pair, @Nullable Arrival with) {
            PastMember past = pair.before();
            PastMember after = pair.after();
            FilesTarget now = after == null ? null : after.target();
            // What is meant is meant by what it was called: it may be elsewhere now.
            DavPath path = collection.path().child(pair.name(), false);
            if (!scope.leadsThrough(path)) {
                return;
            }
            if (past != null && now != null && isSame(past.target(), now)) {
                stayed(past, now, scope.contains(path), with);
                return;
            }
            if (!scope.contains(path)) {
                return;
            }
            if (past != null && past.target().isFile() && !isKept(past)) {
                plan.lose(past.target().href(), past.target().mapped().id());
                return;
            }
            if (now != null) {
                plan.depart(new Departure(now, with));
            }
            if (past != null) {
                arrived(past);
            }
        }

        private void stayed(PastMember past, FilesTarget now, boolean meant, @Nullable Arrival with) {
            if (meant && with != null) {
                with.bring(past.target());
            }
            if (past.target().isFile()) {
                if (meant) {
                    rewrite(past, now.mapped(), with);
                }
                return;
            }
            if (meant) {
                rewriteProperties(past, now.mapped(), with);
            }
            collection(past.target(), now, with);
        }

        private boolean isKept(PastMember past) {
            return past.contentKept() && lost.hasKeptProperties(past, moment);
        }

        private void arrived(PastMember past) {
            FilesTarget was = past.target();
            FilesTarget elsewhere = whereabouts.elsewhere(was, moment);
            Arrival arrival = new Arrival(past, elsewhere);
            Long name = was.memberId();
            if (elsewhere != null
                    && name != null
                    && repository.wasMovedAway(name, was.mapped().id(), moment)) {
                arrival.comesFrom(elsewhere);
            }
            plan.arrive(arrival);
            if (was.isFile()) {
                // A workspace goes on from the very revision; a name in the files shows the newest.
                if (!(was instanceof ConfiguredTarget)
                        && was.mapped().revision() != was.mapped().tip()) {
                    views.view(was.mapped().id(), null).ifPresent(now -> rewrite(past, now, arrival));
                }
                return;
            }
            views.view(was.mapped().id(), null).ifPresent(now -> rewriteProperties(past, now, arrival));
            collection(was, elsewhere != null ? elsewhere : Whereabouts.again(was), arrival);
        }

        private void rewrite(PastMember past, ResourceView now, @Nullable Arrival with) {
            ResourceView was = past.target().mapped();
            if (!isKept(past)) {
                plan.lose(past.target().href(), was.id());
            } else if (!restores.isShown(now, was)) {
                boolean content = !Objects.equals(was.hash(), now.hash());
                Optional<Integer> chosen = past.target() instanceof ConfiguredTarget
                        ? Optional.empty()
                        : repository.chosenAt(past.target().rowId(), was.id(), moment);
                plan.rewrite(new Rewriting(past, content, chosen, with));
            }
        }

        private void rewriteProperties(PastMember past, ResourceView now, @Nullable Arrival with) {
            if (!lost.hasKeptProperties(past, moment)) {
                // What is in it can come back nevertheless.
                plan.loseProperties(past.target().href());
                return;
            }
            Long then = past.target().mapped().propertySetId();
            boolean same = Objects.equals(then, now.propertySetId())
                    || propertySets.read(then).equals(propertySets.read(now.propertySetId()));
            if (!same) {
                plan.rewrite(new Rewriting(past, false, Optional.empty(), with));
            }
        }
    }

    private static TreeState now(TreeState past) {
        return new TreeState(past.target(), null, past.own());
    }

    private static boolean isSame(FilesTarget past, FilesTarget now) {
        return past.mapped().id().equals(now.mapped().id())
                || (now instanceof ConfiguredTarget && past.isCollection() && now.isCollection());
    }
}

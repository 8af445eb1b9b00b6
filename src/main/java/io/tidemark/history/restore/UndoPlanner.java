package io.tidemark.history.restore;

import io.tidemark.files.RevisionRestore;
import io.tidemark.history.ChangeId;
import io.tidemark.history.PastMember;
import io.tidemark.history.PastMembers;
import io.tidemark.history.States;
import io.tidemark.history.TreeState;
import io.tidemark.history.restore.RestoreRepository.Destroyed;
import io.tidemark.journal.NumberedChange;
import io.tidemark.journal.NumberedChanges;
import io.tidemark.kernel.error.Condition;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.error.Patience;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.namespace.Ancestors;
import io.tidemark.namespace.Layer;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Targets;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out what has to be done for what changes did not to have been done, name by name. */
@ApplicationScoped
class UndoPlanner {

    @Inject
    private UndoRepository repository;

    @Inject
    private RestoreRepository names;

    @Inject
    private NumberedChanges changes;

    @Inject
    private States states;

    @Inject
    private PastMembers pastMembers;

    @Inject
    private RevisionRestore revisions;

    @Inject
    private RestorePlanner restores;

    @Inject
    private Targets targets;

    @Inject
    private Ancestors ancestors;

    @Inject
    private Visibility visibility;

    /**
     * Plans. Nobody else may write in the collection meanwhile.
     *
     * @param undone the numbers of the changes
     * @param override whether what has been changed again since is left as it is
     * @throws DavException 403 {@code need-privileges} where they touched what the caller may not read; 409 {@code
     *     T:not-above} where they touched what is not below the collection; 409 {@code T:changed-since}
     */
    Plan plan(FilesTarget collection, Set<Long> undone, boolean override, Patience patience) {
        List<TouchedName> touched = new ArrayList<>(repository.touched(undone));
        touched.forEach(this::requireSeen);
        Walk walk = new Walk(collection, undone, patience);
        touched.forEach(walk::name);
        if (!walk.later.isEmpty() && !override) {
            throw DavException.of(409, changedSince(walk.later));
        }
        walk.plan.join();
        return walk.plan;
    }

    private void requireSeen(TouchedName name) {
        boolean hidden = visibility.isRestricted()
                && (!visibility.shows(name.collection())
                        || !name.resources().stream().allMatch(visibility::shows));
        if (hidden) {
            throw DavException.of(403, Condition.dav("need-privileges"));
        }
    }

    private static Condition changedSince(Map<String, String> later) {
        List<Condition.Detail> details = new ArrayList<>();
        later.forEach((href, change) -> {
            details.add(new Condition.Detail(Rfc4918.HREF, href));
            details.add(new Condition.Detail(Tidemark.CHANGE, change));
        });
        return new Condition(Conditions.CHANGED_SINCE.name(), details);
    }

    /** One plan in the making. */
    private final class Walk {

        private final Plan plan = new Plan();
        /** By URL, the change that came later. */
        private final TreeMap<String, String> later = new TreeMap<>();

        private final FilesTarget top;
        private final Set<Long> undone;
        private final Patience patience;

        Walk(FilesTarget top, Set<Long> undone, Patience patience) {
            this.top = top;
            this.undone = undone;
            this.patience = patience;
        }

        private void name(TouchedName name) {
            patience.require();
            FilesTarget parent = parent(name);
            FilesTarget now = child(parent, name.name());
            Instant begin = at(name.first()).minus(1, ChronoUnit.MICROS);
            Instant end = at(name.last());
            if (!wasThere(parent, begin) && !wasThere(parent, end)) {
                return;
            }
            PastMember before = past(parent, begin, name.name());
            PastMember after = past(parent, end, name.name());
            Optional<Destroyed> destroyed = before == null ? names.destroyed(name.member(), begin) : Optional.empty();
            if (destroyed.isPresent()) {
                plan.lose(
                        now.path().asCollection(destroyed.get().collection()).href(),
                        destroyed.get().resource());
                return;
            }
            if (before == null && after == null) {
                return;
            }
            Optional<Long> since = repository.later(name, undone);
            if (since.isPresent()) {
                later(now, since.get());
            } else if (before != null && after != null && id(before).equals(id(after))) {
                rewrite(name, before, now);
            } else {
                exchange(before, after, now, begin);
            }
        }

        /** What another resource came for, or came from nowhere, or went. */
        private void exchange(@Nullable PastMember before, @Nullable PastMember after, FilesTarget now, Instant begin) {
            if (after != null) {
                long newest = now.isCollection() ? changes.newestIn(id(after)) : 0;
                if (newest > 0 && !undone.contains(newest) && isAfterAll(newest)) {
                    later(now, newest);
                    return;
                }
                plan.depart(new Departure(now, null));
            }
            if (before != null) {
                if (!before.contentKept() && before.target().isFile()) {
                    plan.lose(before.target().href(), id(before));
                    return;
                }
                if (before.target() instanceof ConfiguredTarget
                        && before.target().isCollection()) {
                    restores.bring(plan, before, begin, patience);
                } else {
                    plan.arrive(new Arrival(before, null));
                }
            }
        }

        private boolean isAfterAll(long number) {
            return undone.stream().allMatch(change -> change < number);
        }

        private void rewrite(TouchedName name, PastMember before, FilesTarget now) {
            ResourceView was = before.target().mapped();
            boolean kept = before.contentKept() && (was.versioning().enabled() || !name.isRewritten());
            if (!kept) {
                plan.lose(before.target().href(), was.id());
            } else if (was.collection() || !revisions.isShown(now.mapped(), was)) {
                Optional<Integer> chosen = before.target() instanceof ConfiguredTarget || was.collection()
                        ? Optional.empty()
                        : names.chosenAt(
                                before.target().rowId(),
                                was.id(),
                                at(name.first()).minus(1, ChronoUnit.MICROS));
                boolean content = !Objects.equals(was.hash(), now.mapped().hash());
                plan.rewrite(new Rewriting(before, content, chosen, null));
            }
        }

        private void later(FilesTarget now, long number) {
            String change = changes.find(number)
                    .map(found -> new ChangeId(found.id()).toString())
                    .orElse("");
            later.put(now.href(), change);
        }

        /** The collection that a name is in, where it is now. */
        private FilesTarget parent(TouchedName name) {
            List<Layer> layers = top.layers();
            Set<UUID> from = Set.of(layers.get(0).collection());
            DavPath path = ancestors.waysFrom(from, name.collection(), 1).stream()
                    .findFirst()
                    .map(way -> {
                        DavPath at = top.path();
                        for (String step : way.names()) {
                            at = at.child(step, true);
                        }
                        return at;
                    })
                    .orElseThrow(() -> DavException.of(409, Conditions.NOT_ABOVE));
            return (FilesTarget) targets.of(path);
        }

        private FilesTarget child(FilesTarget parent, String name) {
            return (FilesTarget) targets.of(parent.path().child(name, false));
        }

        private Instant at(long number) {
            return changes.find(number).map(NumberedChange::at).orElseThrow();
        }

        private boolean wasThere(FilesTarget parent, Instant moment) {
            return state(parent, moment).isPresent();
        }

        private @Nullable PastMember past(FilesTarget parent, Instant moment, String name) {
            return state(parent, moment)
                    .flatMap(state -> pastMembers.named(state.target(), moment, List.of(name)).stream()
                            .findFirst())
                    .orElse(null);
        }

        private Optional<TreeState> state(FilesTarget parent, Instant moment) {
            try {
                return Optional.of(states.past(parent, moment));
            } catch (DavException e) {
                if (Conditions.NO_SUCH_STATE.equals(e.condition())) {
                    return Optional.empty();
                }
                throw e;
            }
        }
    }

    private static UUID id(PastMember member) {
        return member.target().mapped().id();
    }
}

package io.tidemark.history.restore;

import io.tidemark.history.PastMember;
import io.tidemark.history.PastMembers;
import io.tidemark.history.States;
import io.tidemark.history.TreeState;
import io.tidemark.journal.NumberedChange;
import io.tidemark.journal.NumberedChanges;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Ancestors;
import io.tidemark.namespace.Resource;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands at names now, and what stood there right before and right after changes that touched them. */
@ApplicationScoped
class NamesThen {

    /** So many collections are gone through on the way up, at most. */
    private static final int MOST_ABOVE = 1_000;

    @Inject
    private RestoreRepository repository;

    @Inject
    private NumberedChanges changes;

    @Inject
    private States states;

    @Inject
    private PastMembers pastMembers;

    @Inject
    private Targets targets;

    @Inject
    private Ancestors ancestors;

    /** Right before the first of the changes. */
    Instant before(TouchedName name) {
        return at(name.first()).minus(1, ChronoUnit.MICROS);
    }

    /** Right after the last of them. */
    Instant after(TouchedName name) {
        return at(name.last());
    }

    private Instant at(long number) {
        return changes.find(number).map(NumberedChange::at).orElseThrow();
    }

    /** A collection where it is now; empty when it is not below another. */
    Optional<FilesTarget> collection(FilesTarget top, UUID collection) {
        Set<UUID> from = Set.of(top.layers().get(0).collection());
        return ancestors.waysFrom(from, collection, 1).stream().findFirst().map(way -> {
            DavPath at = top.path();
            for (String step : way.names()) {
                at = at.child(step, true);
            }
            return (FilesTarget) targets.of(at);
        });
    }

    /** What stands at a name in a collection now. */
    FilesTarget child(FilesTarget parent, String name) {
        return (FilesTarget) targets.of(parent.path().child(name, false));
    }

    /** Whether a collection was in the files at a time: what is in one that had been deleted already is nobody's. */
    boolean wasInFiles(UUID collection, Instant moment) {
        Set<UUID> seen = new HashSet<>(Set.of(collection));
        Deque<UUID> pending = new ArrayDeque<>(seen);
        while (!pending.isEmpty() && !seen.contains(Resource.FILES) && seen.size() < MOST_ABOVE) {
            repository.collectionsAt(pending.pop(), moment).stream()
                    .filter(seen::add)
                    .forEach(pending::push);
        }
        return seen.contains(Resource.FILES) || !pending.isEmpty();
    }

    /** Whether a collection was there at a time. */
    boolean wasThere(FilesTarget collection, Instant moment) {
        return state(collection, moment).isPresent();
    }

    /** What stood at a name in a collection at a time; null for nothing. */
    @Nullable
    PastMember past(FilesTarget parent, Instant moment, String name) {
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

package io.tidemark.history.restore;

import io.tidemark.files.RevisionRestore;
import io.tidemark.history.ChangeId;
import io.tidemark.history.PastMember;
import io.tidemark.history.restore.RestoreRepository.Destroyed;
import io.tidemark.journal.NumberedChanges;
import io.tidemark.kernel.error.Condition;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.error.Patience;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.namespace.Ancestors;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.NamedTarget;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
    private NamesThen then;

    @Inject
    private RevisionRestore revisions;

    @Inject
    private RestorePlanner restores;

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
        Walk walk = new Walk(collection, undone, touched, patience);
        touched.forEach(walk::name);
        if (!walk.later.isEmpty() && !override) {
            throw DavException.of(409, changedSince(walk.later));
        }
        walk.comeBack();
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

        /** By identity, what the changes left at other names. */
        private final Map<UUID, PastMember> left = new HashMap<>();

        /** By collection that comes back, what the changes left in it. */
        private final Map<UUID, List<FilesTarget>> within = new HashMap<>();

        private final List<Returning> returning = new ArrayList<>();
        private final List<Returning> rewritten = new ArrayList<>();
        private final Set<TouchedName> seen = new HashSet<>();
        private final Destinations destinations;
        private final FilesTarget top;
        private final Set<Long> undone;
        private final List<TouchedName> touched;
        private final Patience patience;

        Walk(FilesTarget top, Set<Long> undone, List<TouchedName> touched, Patience patience) {
            this.top = top;
            this.undone = undone;
            this.touched = touched;
            this.patience = patience;
            this.destinations = new Destinations(ancestors, top);
        }

        private void name(TouchedName name) {
            if (!seen.add(name)) {
                return;
            }
            patience.require();
            Optional<FilesTarget> there = then.collection(top, name.collection());
            Instant begin = then.before(name);
            Instant end = then.after(name);
            if (there.isEmpty() && wasDeletedBefore(name.collection(), begin, end)) {
                return;
            }
            FilesTarget parent = there.orElseGet(() -> comingBack(name.collection()));
            if (!then.wasThere(parent, begin) && !then.wasThere(parent, end)) {
                return;
            }
            PastMember before = then.past(parent, begin, name.name());
            PastMember after = then.past(parent, end, name.name());
            FilesTarget now = there.isPresent()
                    ? then.child(parent, name.name())
                    : after == null ? parent.free(name.name()) : after.target();
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
                rewrite(name, before, now, begin);
            } else if (after == null || leave(name, after, now, there.isPresent())) {
                comeBack(name, before, begin);
            }
        }

        /** A resource may have a name, too, in a collection that had been deleted before it was changed. */
        private boolean wasDeletedBefore(UUID collection, Instant begin, Instant end) {
            return !(top instanceof ConfiguredTarget)
                    && !then.wasInFiles(collection, begin)
                    && !then.wasInFiles(collection, end);
        }

        /** A collection that is nowhere, and comes back. */
        private FilesTarget comingBack(UUID collection) {
            touched.stream()
                    .filter(name -> name.resources().contains(collection))
                    .forEach(this::name);
            return returning.stream()
                    .map(back -> back.past().target())
                    .filter(was -> was.mapped().id().equals(collection))
                    .filter(NamedTarget.class::isInstance)
                    .map(NamedTarget.class::cast)
                    .map(was -> was.at(was.path()))
                    .findFirst()
                    .orElseThrow(() -> DavException.of(409, Conditions.NOT_ABOVE));
        }

        /** What the changes put at a name leaves it, unless something in it was changed later; says whether it does. */
        private boolean leave(TouchedName name, PastMember after, FilesTarget now, boolean there) {
            long newest = now.isCollection() ? changes.newestIn(id(after)) : 0;
            if (newest > 0 && !undone.contains(newest) && undone.stream().allMatch(change -> change < newest)) {
                later(now, newest);
                return false;
            }
            if (there) {
                plan.depart(new Departure(now, null));
            } else {
                within.computeIfAbsent(name.collection(), none -> new ArrayList<>())
                        .add(now);
            }
            left.put(id(after), after);
            destinations.leaves(name);
            return true;
        }

        private void comeBack(TouchedName name, @Nullable PastMember before, Instant begin) {
            if (before == null) {
                return;
            }
            if (!before.contentKept() && before.target().isFile()) {
                plan.lose(before.target().href(), id(before));
            } else if (before.target() instanceof ConfiguredTarget
                    && before.target().isCollection()) {
                restores.bring(plan, before, begin, patience);
            } else {
                returning.add(new Returning(name, before, true, Optional.empty()));
            }
        }

        private void rewrite(TouchedName name, PastMember before, FilesTarget now, Instant begin) {
            ResourceView was = before.target().mapped();
            // What was absorbed is a part of the other's history now.
            boolean kept = before.contentKept()
                    && (was.versioning().enabled() || !name.isRewritten())
                    && !repository.wasAbsorbed(name, undone);
            if (!kept) {
                plan.lose(before.target().href(), was.id());
            } else if (was.collection() || !revisions.isShown(now.mapped(), was)) {
                Optional<Integer> chosen = before.target() instanceof ConfiguredTarget || was.collection()
                        ? Optional.empty()
                        : names.chosenAt(before.target().rowId(), was.id(), begin);
                boolean content = !Objects.equals(was.hash(), now.mapped().hash());
                rewritten.add(new Returning(name, before, content, chosen));
            }
        }

        private void later(FilesTarget now, long number) {
            String change = changes.find(number)
                    .map(found -> new ChangeId(found.id()).toString())
                    .orElse("");
            later.put(now.href(), change);
        }

        /** Plans what comes back, at the URLs that it will have then, collections before what is in them. */
        private void comeBack() {
            returning.stream()
                    .filter(back -> back.past().target().isCollection())
                    .forEach(back -> destinations.comesBack(id(back.past()), back.name()));
            returning.stream()
                    .flatMap(back -> destinations.placed(back.past(), back.name()).stream())
                    .map(past -> new Arrival(past, null))
                    .sorted(Comparator.comparing(
                            arrival -> arrival.past().target().path().segments().size()))
                    .forEach(this::arrive);
            for (Returning back : rewritten) {
                destinations
                        .placed(back.past(), back.name())
                        .map(was -> new Rewriting(was, back.differs(), back.chosen(), null))
                        .ifPresent(plan::rewrite);
            }
        }

        private void arrive(Arrival arrival) {
            plan.arrive(arrival);
            FilesTarget target = arrival.past().target();
            ResourceView was = target.mapped();
            List<FilesTarget> members = within.getOrDefault(was.id(), List.of());
            within.remove(was.id());
            members.forEach(member -> plan.depart(new Departure(
                    member instanceof NamedTarget named
                            ? named.at(target.path().child(named.path().name(), false))
                            : member,
                    arrival)));
            // A change may have moved something, and have changed it, too: a restore does.
            PastMember after = left.get(was.id());
            if (after != null && !isShown(after.target().mapped(), was)) {
                boolean content =
                        !Objects.equals(was.hash(), after.target().mapped().hash());
                plan.rewrite(new Rewriting(arrival.past(), content, Optional.empty(), arrival));
            }
        }

        private boolean isShown(ResourceView now, ResourceView was) {
            return was.collection()
                    ? Objects.equals(now.propertySetId(), was.propertySetId())
                    : revisions.isShown(now, was);
        }
    }

    private static UUID id(PastMember member) {
        return member.target().mapped().id();
    }
}

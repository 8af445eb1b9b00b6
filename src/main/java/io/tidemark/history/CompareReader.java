package io.tidemark.history;

import io.tidemark.history.Difference.Kind;
import io.tidemark.journal.Deed;
import io.tidemark.journal.NumberedChanges;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Layer;
import io.tidemark.namespace.PropertySetRepository;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Reads the two states that are compared: of two collections, only the names that may differ, where that is known. */
@ApplicationScoped
public class CompareReader {

    /** Of more names than these that may differ, all that there are in the collections are gone through instead, in order. */
    private static final int MOST_NAMES = 10_000;

    /** So many steps are made to find out where something was. */
    private static final int MOST_STEPS = 1_000;

    @Inject
    private PastMembers members;

    @Inject
    private CompareRepository repository;

    @Inject
    private FeedRepository feed;

    @Inject
    private NumberedChanges changes;

    @Inject
    private PropertySetRepository propertySets;

    /** What a state itself shows. */
    PastMember of(TreeState state) {
        return members.of(state);
    }

    /** What a state shows at a path below that. */
    Optional<PastMember> at(TreeState state, List<String> names) {
        return members.at(state, names);
    }

    /**
     * Whether what has the same identity in two states is the same: in states of one tree, and in what configurations, and the
     * files, show of the same resources.
     */
    boolean sharesIdentities(TreeState from, TreeState to) {
        return (from.own() && to.own()) || !from.target().isInSameConfiguration(to.target());
    }

    /** In which way a member differs that is in both states; null when it does not. */
    @Nullable
    Kind kind(PastMember before, TreeState from, PastMember now, TreeState to) {
        ResourceView old = before.target().mapped();
        ResourceView shown = now.target().mapped();
        if (old.collection() != shown.collection() || isModified(before, from, now, to)) {
            return Kind.MODIFIED;
        }
        boolean same = Objects.equals(old.type(), shown.type())
                && Objects.equals(old.language(), shown.language())
                && haveSameProperties(old.propertySetId(), shown.propertySetId());
        return same ? null : Kind.PROPERTIES;
    }

    private boolean isModified(PastMember before, TreeState from, PastMember now, TreeState to) {
        if (before.contentKept() && now.contentKept()) {
            return !Objects.equals(
                    before.target().mapped().hash(), now.target().mapped().hash());
        }
        if (before.contentKept() != now.contentKept()) {
            return true;
        }
        // Nobody knows either content, but whether it was written in between.
        long one = number(from);
        long other = number(to);
        UUID resource = now.target().mapped().id();
        List<Long> names = feed.names(resource);
        return !names.isEmpty()
                && feed.rows(names, resource, Math.min(one, other), Math.max(one, other), FeedRows.PAGE).stream()
                        .anyMatch(row -> row.deeds().contains(Deed.MODIFIED)
                                || row.deeds().isEmpty());
    }

    private long number(TreeState state) {
        Instant moment = state.moment();
        return moment == null ? Long.MAX_VALUE : changes.newestBefore(moment);
    }

    private boolean haveSameProperties(@Nullable Long one, @Nullable Long other) {
        if (Objects.equals(one, other)) {
            return true;
        }
        Map<QName, String> properties = propertySets.read(one);
        return properties.equals(propertySets.read(other));
    }

    /**
     * Where in a state something is, below what that shows.
     *
     * @return empty when it is not there, or out of the caller's sight
     */
    Optional<List<String>> find(TreeState state, ResourceView resource) {
        Instant moment = state.moment();
        if (moment != null && resource.createdAt().isAfter(moment)) {
            return Optional.empty();
        }
        Set<UUID> tops = state.target().layers().stream().map(Layer::collection).collect(Collectors.toSet());
        Deque<Way> ways = new ArrayDeque<>(List.of(new Way(resource.id(), List.of())));
        Set<Way> seen = new HashSet<>();
        while (!ways.isEmpty() && seen.size() < MOST_STEPS) {
            Way way = ways.remove();
            if (tops.contains(way.top()) && leads(state, way.names(), resource)) {
                return Optional.of(way.names());
            }
            for (CompareRepository.Place place :
                    repository.places(way.top(), moment == null ? Instant.now() : moment)) {
                Way further = way.from(place);
                if (seen.add(further)) {
                    ways.add(further);
                }
            }
        }
        return Optional.empty();
    }

    private boolean leads(TreeState state, List<String> names, ResourceView resource) {
        return !names.isEmpty()
                && members.at(state, names)
                        .filter(found -> found.target().mapped().id().equals(resource.id()))
                        .isPresent();
    }

    /** A way down from a collection. */
    private record Way(UUID top, List<String> names) {

        Way from(CompareRepository.Place place) {
            List<String> all = new ArrayList<>(List.of(place.name()));
            all.addAll(names);
            return new Way(place.collection(), all);
        }
    }

    /**
     * The members of two collections that may differ, by name.
     *
     * @param before the one in the old state; null for none
     * @param now the one in the new state; null for none
     * @param start the first name
     */
    public Iterable<NamePair> pairs(
            @Nullable PastMember before, TreeState from, @Nullable PastMember now, TreeState to, String start) {
        Optional<Set<String>> names =
                before == null || now == null ? Optional.empty() : candidates(before.target(), from, now.target(), to);
        return names.isPresent()
                ? () -> new NamedPairs(
                        members,
                        names.get().stream()
                                .filter(name -> DavPath.BY_CODE_POINT.compare(name, start) >= 0)
                                .sorted(DavPath.BY_CODE_POINT)
                                .toList(),
                        Objects.requireNonNull(before).target(),
                        from.moment(),
                        Objects.requireNonNull(now).target(),
                        to.moment())
                : merged(before, from, now, to, start);
    }

    /** All members of two collections, by name, whether they differ or not. */
    public Iterable<NamePair> allPairs(
            @Nullable PastMember before, TreeState from, @Nullable PastMember now, TreeState to) {
        return merged(before, from, now, to, "");
    }

    private Iterable<NamePair> merged(
            @Nullable PastMember before, TreeState from, @Nullable PastMember now, TreeState to, String start) {
        return () -> new MergedPairs(
                new MemberCursor(members, before, from.moment(), start),
                new MemberCursor(members, now, to.moment(), start));
    }

    /** The names at which two collections may differ; empty where that is not known, or where there are too many. */
    private Optional<Set<String>> candidates(FilesTarget before, TreeState from, FilesTarget now, TreeState to) {
        boolean configured = before instanceof ConfiguredTarget && now instanceof ConfiguredTarget;
        boolean named = !(before instanceof ConfiguredTarget) && !(now instanceof ConfiguredTarget);
        if (!configured && !(named && from.own() && to.own())) {
            return Optional.empty();
        }
        Map<UUID, Layer> old = layers(before, from);
        Map<UUID, Layer> shown = layers(now, to);
        if (named && !old.keySet().equals(shown.keySet())) {
            return Optional.empty();
        }
        Set<String> names = new HashSet<>();
        for (UUID collection :
                Stream.concat(old.keySet().stream(), shown.keySet().stream()).collect(Collectors.toSet())) {
            Optional<List<String>> some = differing(collection, old.get(collection), shown.get(collection));
            if (some.isEmpty() || some.get().size() > MOST_NAMES) {
                return Optional.empty();
            }
            names.addAll(some.get());
        }
        return Optional.of(names);
    }

    private static Map<UUID, Layer> layers(FilesTarget target, TreeState state) {
        Instant moment = state.moment();
        return target.layers().stream()
                .map(layer -> moment == null ? layer : layer.at(moment))
                .collect(Collectors.toMap(Layer::collection, layer -> layer, (nearest, other) -> nearest));
    }

    /** The names at which a collection, that of one layer or of both, may make a difference. */
    private Optional<List<String>> differing(UUID collection, @Nullable Layer old, @Nullable Layer shown) {
        if (old == null || shown == null) {
            return Optional.of(repository.names(collection, MOST_NAMES + 1));
        }
        if (!Objects.equals(old.keptFrom(), shown.keptFrom())) {
            return Optional.empty();
        }
        if (old.asOf().equals(shown.asOf())) {
            return Optional.of(List.of());
        }
        Instant earlier = old.asOf().isBefore(shown.asOf()) ? old.asOf() : shown.asOf();
        return changes.isForgottenSince(collection, earlier)
                ? Optional.empty()
                : Optional.of(repository.changedAfter(collection, changes.allBefore(earlier), MOST_NAMES + 1));
    }
}

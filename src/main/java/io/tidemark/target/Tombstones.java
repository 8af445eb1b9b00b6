package io.tidemark.target;

import io.tidemark.namespace.Ancestors;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.TombstoneRepository;
import io.tidemark.namespace.TombstoneRepository.Deleted;
import io.tidemark.namespace.TombstoneRepository.Name;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what was deleted in collections. */
@ApplicationScoped
public class Tombstones {

    @Inject
    private TombstoneRepository repository;

    @Inject
    private Ancestors ancestors;

    @Inject
    private Visibility visibility;

    /**
     * Some of the tombstones of a collection.
     *
     * @param next the name to go on after; null when there are no more
     */
    public record Page(List<Target> tombstones, @Nullable String next) {}

    /** The tombstones at the collection's names after {@code after}: at most {@code limit} names are looked at. */
    public Page list(Target collection, String after, int limit) {
        if (!(collection instanceof FilesTarget files) || !files.isAtName()) {
            return new Page(List.of(), null);
        }
        List<Name> names = repository.names(files.mapped().id(), after, limit);
        Map<Long, List<ResourceView>> deleted =
                deleted(names.stream().map(Name::memberId).toList());
        List<Target> tombstones = new ArrayList<>();
        for (Name name : names) {
            boolean free = name.free();
            for (ResourceView resource : deleted.getOrDefault(name.memberId(), List.of())) {
                tombstones.add(new Tombstone(files.path().child(name.name(), resource.collection()), resource, !free));
                free = false;
            }
        }
        return new Page(
                visibility.shown(tombstones),
                names.size() < limit ? null : names.get(limit - 1).name());
    }

    /** What was deleted at a URL at which nothing is mapped; of several, the newest. */
    public Optional<Tombstone> at(FilesTarget target) {
        return target.memberId() == null || target.isMapped()
                ? Optional.empty()
                : deleted(List.of(target.memberId())).values().stream()
                        .map(newestFirst -> new Tombstone(target.path(), newestFirst.get(0), false))
                        .findFirst();
    }

    /** What was deleted at some names and is nowhere in the users' namespace, each once, where it was deleted last. */
    private Map<Long, List<ResourceView>> deleted(List<Long> members) {
        List<Deleted> found = repository.deleted(members);
        Set<UUID> present = ancestors.inFiles(
                found.stream().map(deleted -> deleted.resource().id()).collect(Collectors.toSet()));
        Map<Long, List<ResourceView>> byName = new LinkedHashMap<>();
        for (Deleted deleted : found) {
            List<ResourceView> there = byName.getOrDefault(deleted.memberId(), List.of());
            boolean known = there.stream()
                    .anyMatch(other -> other.id().equals(deleted.resource().id()));
            if (!known && !present.contains(deleted.resource().id())) {
                byName.computeIfAbsent(deleted.memberId(), id -> new ArrayList<>())
                        .add(deleted.resource());
            }
        }
        return byName;
    }
}

package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.namespace.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds the way up: at which path a resource can be reached. */
@ApplicationScoped
public class PathFinder {

    private static final Map<UUID, String> ROOTS =
            Map.of(Resource.FILES, FilesSubtree.NAME, Resource.CHECKINSETS, "checkinsets");

    @Inject
    private MemberRepository members;

    /** A path at which a collection can be reached; empty when no name leads to it any more. */
    public Optional<DavPath> pathOf(UUID collection) {
        return names(collection, new HashSet<>()).map(names -> DavPath.of(names, true));
    }

    /** Whether a name that can be reached leads to a resource: if none does, it is deleted. */
    public boolean isMapped(UUID resource) {
        return members.mappingsOf(resource).stream()
                .anyMatch(mapping -> pathOf(mapping.collectionId()).isPresent());
    }

    /** Whether a collection is {@code other} or somewhere below it. */
    public boolean isWithin(UUID collection, UUID other) {
        return isWithin(collection, other, new HashSet<>());
    }

    private Optional<List<String>> names(UUID collection, Set<UUID> seen) {
        String root = ROOTS.get(collection);
        if (root != null) {
            return Optional.of(new ArrayList<>(List.of(root)));
        }
        if (seen.add(collection)) {
            List<MemberRepository.Mapping> mappings = members.mappingsOf(collection);
            if (mappings.isEmpty() && members.isConfigurationRoot(collection)) {
                return Optional.of(new ArrayList<>(List.of(FilesTarget.CONFIGURATIONS, collection.toString())));
            }
            for (MemberRepository.Mapping mapping : mappings) {
                Optional<List<String>> above = names(mapping.collectionId(), seen);
                if (above.isPresent()) {
                    above.get().add(mapping.name());
                    return above;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isWithin(UUID collection, UUID other, Set<UUID> seen) {
        if (collection.equals(other)) {
            return true;
        }
        return seen.add(collection)
                && members.mappingsOf(collection).stream()
                        .anyMatch(mapping -> isWithin(mapping.collectionId(), other, seen));
    }
}

package io.tidemark.sync;

import io.tidemark.journal.Mapping;
import io.tidemark.journal.NumberedTree;
import io.tidemark.namespace.LayerEntry;
import io.tidemark.namespace.ResourceView;
import io.tidemark.sync.LayerRowRepository.Former;
import io.tidemark.sync.LayeredName.Past;
import io.tidemark.target.Shown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what a client may have been shown at names of a workspace. */
@ApplicationScoped
class WorkspacePast {

    @Inject
    private LayerRowRepository rows;

    @Inject
    private NumberedTree tree;

    /**
     * Where a collection has been made of the same all along: what may have shown at those of its names that have not.
     *
     * @param shown what shows at the names now
     * @param laid the rows that the trees have of them
     */
    Map<String, Past> before(Span span, Map<String, Shown> shown, Map<String, List<LayerRow>> laid) {
        List<LayerRow> changed = laid.values().stream()
                .flatMap(List::stream)
                .filter(row -> !row.isAsAt(span.since()))
                .toList();
        if (changed.isEmpty()) {
            return Map.of();
        }
        Map<Long, Mapping> mapped =
                tree.mappedAt(changed.stream().map(LayerRow::id).toList(), span.since());
        // Where nothing was mapped, a workspace that follows the tree may have kept what had been.
        Map<Long, List<Former>> former = rows.former(changed.stream()
                .map(LayerRow::id)
                .filter(id -> !mapped.containsKey(id))
                .toList());
        Set<Long> ids = changed.stream().map(LayerRow::id).collect(Collectors.toSet());
        Map<String, Past> pasts = new HashMap<>();
        changed.stream().collect(Collectors.groupingBy(LayerRow::name)).forEach((name, there) -> {
            Found found = new Found();
            there.forEach(row -> found.add(mapped.get(row.id()), former.getOrDefault(row.id(), List.of())));
            Shown now = shown.get(name);
            // The other trees have at the name what they had.
            (now == null ? List.<LayerEntry>of() : now.members())
                    .stream().filter(member -> !ids.contains(member.id())).forEach(found::add);
            pasts.put(name, found.past());
        });
        return pasts;
    }

    /** Where a collection has been made of something else: all that was ever at its names. */
    Map<String, Past> ever(List<LayerRow> compared) {
        Map<Long, List<Former>> former =
                rows.former(compared.stream().map(LayerRow::id).toList());
        Map<String, Set<UUID>> collections = new HashMap<>();
        for (LayerRow row : compared) {
            Set<UUID> here = collections.computeIfAbsent(row.name(), name -> new HashSet<>());
            former.getOrDefault(row.id(), List.of()).stream()
                    .filter(Former::collection)
                    .forEach(one -> here.add(one.resource()));
            if (row.resource() != null && row.collection()) {
                here.add(row.resource());
            }
        }
        Map<String, Past> pasts = new HashMap<>();
        collections.forEach((name, here) -> pasts.put(name, new Past(true, here)));
        return pasts;
    }

    /** What was found so far at one name. */
    private static final class Found {

        private final Set<UUID> collections = new HashSet<>();
        private boolean something;

        void add(@Nullable Mapping mapping, Collection<Former> former) {
            something |= mapping != null || !former.isEmpty();
            if (mapping != null && mapping.collection()) {
                collections.add(mapping.resourceId());
            }
            former.stream().filter(Former::collection).forEach(one -> collections.add(one.resource()));
        }

        void add(LayerEntry member) {
            ResourceView resource = member.resource();
            something |= resource != null;
            if (resource != null && resource.collection()) {
                collections.add(resource.id());
            }
        }

        Past past() {
            return new Past(something, collections);
        }
    }
}

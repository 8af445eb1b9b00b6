package io.tidemark.sync;

import io.tidemark.sync.PathInWorkspace.Way;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.waiting.Watch;
import io.tidemark.waiting.WatchRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What to look at for what a report on a collection may have to say: what is in it, and whether its URL still leads there. */
@ApplicationScoped
class CollectionWatches {

    @Inject
    private WatchRepository repository;

    @Inject
    private PathInWorkspace paths;

    /**
     * What to look at for changes of a collection.
     *
     * @param known the newest change that is known
     */
    Watch of(FilesTarget collection, long known) {
        if (!(collection instanceof ConfiguredTarget in)) {
            return new Watch(known, Set.of(collection.mapped().id()), repository.namesOf(collection.lineage()));
        }
        Way way = paths.to(in);
        Set<UUID> collections = new HashSet<>(CollectionTokens.live(way.collection()));
        // Where a tree gets the next name, the collection comes to be made of more.
        collections.addAll(way.gaps());
        return new Watch(known, collections, new HashSet<>(ids(way.steps())));
    }

    /** Whether a collection's own properties have changed since a change. */
    boolean hasChangedItself(FilesTarget collection, long since) {
        List<Long> names = collection instanceof ConfiguredTarget in
                ? ids(paths.to(in).steps().stream()
                        .filter(step -> CollectionTokens.live(in).contains(step.resource()))
                        .toList())
                : List.copyOf(repository.namesOf(List.of(collection.mapped().id())));
        return !repository.members(names, since).isEmpty();
    }

    private static List<Long> ids(List<LayerRow> rows) {
        return rows.stream().map(LayerRow::id).toList();
    }
}

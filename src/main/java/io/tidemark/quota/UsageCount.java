package io.tidemark.quota;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.error.Patience;
import io.tidemark.quota.UsageRepository.Further;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Adds up what a collection costs. It asks four questions for each collection below, whatever is in that, and remembers the
 * ids of those, and of files with several names.
 */
@ApplicationScoped
class UsageCount {

    private static final int MOST = 200_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    private UsageRepository repository;

    @Inject
    private Visibility visibility;

    /**
     * Adds up what the caller may see of it.
     *
     * @throws DavException 507 {@code number-of-matches-within-limits} when there are too many collections, for the memory or
     *     for the time that a request has
     */
    Usage of(UUID collection) {
        Walk walk = new Walk();
        walk.go(collection);
        return walk.usage;
    }

    private final class Walk {

        private final Patience patience = new Patience(PATIENCE, Conditions.NUMBER_OF_MATCHES_WITHIN_LIMITS);
        private final Usage usage = new Usage();
        private final Set<UUID> known = new HashSet<>();
        private final Deque<UUID> live = new ArrayDeque<>();
        private final Deque<UUID> deleted = new ArrayDeque<>();

        void go(UUID top) {
            known.add(top);
            live.push(top);
            while (!live.isEmpty()) {
                patience.require();
                UUID collection = live.pop();
                repository.files(collection).forEach(usage::add);
                add(repository.further(collection), live, false);
                addDeletedIn(collection);
            }
            // What is below deleted collections and has another name counts where that is.
            while (!deleted.isEmpty()) {
                patience.require();
                UUID collection = deleted.pop();
                repository.files(collection).forEach(share -> usage.add(share.asDeleted()));
                add(repository.further(collection), deleted, true);
                addDeletedIn(collection);
            }
        }

        private void addDeletedIn(UUID collection) {
            repository.deletedFiles(collection).forEach(share -> usage.add(share.asDeleted()));
            visible(repository.deletedCollections(collection)).forEach(deleted::push);
        }

        private void add(List<Further> found, Deque<UUID> collections, boolean gone) {
            visible(found.stream()
                            .filter(Further::collection)
                            .map(Further::resource)
                            .toList())
                    .forEach(collections::push);
            found.stream()
                    .filter(one -> !one.collection() && isNew(one.resource()))
                    .flatMap(one -> repository.file(one.resource()).stream())
                    .forEach(share -> usage.add(gone ? share.asDeleted() : share));
        }

        private List<UUID> visible(Collection<UUID> collections) {
            List<UUID> unseen = new ArrayList<>(collections);
            unseen.removeIf(id -> !isNew(id));
            if (!unseen.isEmpty() && visibility.isRestricted()) {
                unseen.removeAll(visibility.hidden(unseen));
            }
            return unseen;
        }

        private boolean isNew(UUID id) {
            if (known.size() >= MOST) {
                throw DavException.of(507, Conditions.NUMBER_OF_MATCHES_WITHIN_LIMITS);
            }
            return known.add(id);
        }
    }
}

package io.tidemark.target;

import io.tidemark.namespace.TombstoneRepository;
import io.tidemark.namespace.TombstoneRepository.FreeName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what was deleted in collections. */
@ApplicationScoped
public class Tombstones {

    @Inject
    private TombstoneRepository repository;

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
        List<FreeName> names = repository.list(files.mapped().id(), after, limit);
        List<Target> tombstones = names.stream()
                .<Target>flatMap(name -> name.resource() == null
                        ? Stream.empty()
                        : Stream.of(new Tombstone(
                                files.path().child(name.name(), name.resource().collection()), name.resource())))
                .toList();
        return new Page(
                visibility.shown(tombstones),
                names.size() < limit ? null : names.get(limit - 1).name());
    }

    /** What was deleted at a URL at which nothing is mapped. */
    public Optional<Tombstone> at(FilesTarget target) {
        return target.memberId() == null || target.isMapped()
                ? Optional.empty()
                : repository.find(target.memberId()).map(resource -> new Tombstone(target.path(), resource));
    }
}

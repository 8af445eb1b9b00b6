package io.tidemark.version.checkout;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.memory.Pages;
import io.tidemark.namespace.Ancestors;
import io.tidemark.namespace.Checkout;
import io.tidemark.namespace.CheckoutRepository;
import io.tidemark.namespace.Layer;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is checked out below a collection. It goes through the checkouts, which are few, and not through the collection,
 * which may be large.
 */
@ApplicationScoped
class CheckoutsBelow {

    private static final int PAGE = 200;

    /** Of the ways to a resource that the caller may see, one is enough; so many are tried. */
    private static final int WAYS = 20;

    @Inject
    private CheckoutRepository checkouts;

    @Inject
    private Ancestors ancestors;

    @Inject
    private Targets targets;

    /** Hands over each resource below a collection that the caller may read, by one of its names there, with its checkouts. */
    void find(FilesTarget collection, BiConsumer<FilesTarget, List<Checkout>> taker) {
        List<Checkout> held = new ArrayList<>();
        for (List<Checkout> page : Pages.<Checkout>of(PAGE, this::after)) {
            for (Checkout checkout : page) {
                if (!held.isEmpty() && !held.get(0).resourceId().equals(checkout.resourceId())) {
                    hand(collection, held, taker);
                    held.clear();
                }
                held.add(checkout);
            }
        }
        if (!held.isEmpty()) {
            hand(collection, held, taker);
        }
    }

    private List<Checkout> after(@Nullable Checkout last) {
        return last == null
                ? checkouts.listAll(CheckoutRepository.FIRST, CheckoutRepository.FIRST, PAGE)
                : checkouts.listAll(last.resourceId(), last.workingId(), PAGE);
    }

    private void hand(FilesTarget collection, List<Checkout> held, BiConsumer<FilesTarget, List<Checkout>> taker) {
        UUID resource = held.get(0).resourceId();
        // A collection that a workspace shows may be made of several.
        Set<UUID> from = collection.layers().stream().map(Layer::collection).collect(Collectors.toSet());
        ancestors.waysFrom(from, resource, WAYS).stream()
                .flatMap(way -> shown(collection.path(), way.names(), resource).stream())
                .findFirst()
                .ifPresent(target -> taker.accept(target, List.copyOf(held)));
    }

    private Optional<FilesTarget> shown(DavPath from, List<String> names, UUID resource) {
        List<String> segments = new ArrayList<>(from.segments());
        segments.addAll(names);
        Target target = targets.of(DavPath.of(segments, false));
        return target instanceof FilesTarget files && files.shows(resource) ? Optional.of(files) : Optional.empty();
    }
}

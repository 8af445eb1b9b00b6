package io.tidemark.target;

import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.CheckoutRepository;
import io.tidemark.namespace.CheckoutRepository.Working;
import io.tidemark.namespace.CheckoutView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code /working/}: the working resources, each for whoever made it and for administrators (protocol, section 4.7): it lists
 * the caller's own, to administrators all.
 */
@ApplicationScoped
public class WorkingSubtree extends EmptySubtree {

    /** The subtree's name. */
    public static final String NAME = "working";

    /** The role of those who end what was forgotten (protocol, section 6). */
    private static final String ADMIN = "admin";

    @Inject
    private CheckoutRepository checkouts;

    @Inject
    private Caller caller;

    @Inject
    private Visibility visibility;

    /** The path of a working resource. */
    public static DavPath path(UUID working) {
        return DavPath.of(List.of(NAME, working.toString()), false);
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * A working resource.
     *
     * @throws DavException 403 when it is somebody else's, of something that shows
     */
    @Override
    public Target resolve(DavPath path) {
        Optional<UUID> id = path.segments().size() == 2 ? RevisionsSubtree.id(path) : Optional.empty();
        Optional<Working> working = id.flatMap(checkouts::working);
        if (working.isEmpty()) {
            return super.resolve(path);
        }
        CheckoutView checkout = working.get().checkout();
        if (!caller.name().equals(checkout.principal()) && !caller.isIn(ADMIN)) {
            if (!visibility.shows(checkout.resourceId())) {
                return super.resolve(path);
            }
            throw DavException.of(403, "Somebody else works on it.");
        }
        return target(working.get());
    }

    private static Target target(Working working) {
        return new WorkingTarget(path(working.checkout().workingId()), working.resource(), working.checkout());
    }

    @Override
    public List<? extends Target> members(Target collection, String after, int limit) {
        UUID last = RevisionsSubtree.id(collection.path().child(after, false)).orElse(CheckoutRepository.FIRST);
        return checkouts.working(whose(), last, limit).stream()
                .map(WorkingSubtree::target)
                .toList();
    }

    @Override
    public int countBelow(Target collection, int limit) {
        return checkouts.working(whose(), CheckoutRepository.FIRST, limit + 1).size();
    }

    /** Whose working resources the caller may use; null for everybody's. */
    private @Nullable String whose() {
        return caller.isIn(ADMIN) ? null : caller.name();
    }
}

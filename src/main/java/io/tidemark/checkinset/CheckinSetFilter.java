package io.tidemark.checkinset;

import io.tidemark.checkinset.RequestedCheckinSet.Wanted;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.target.Configuration;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesSubtree;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import io.tidemark.target.WorkingSubtree;
import io.tidemark.target.WorkingTarget;
import io.tidemark.version.checkout.CheckoutPlace;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Reads {@code Checkin-Set} (protocol, section 5.6), and refuses what could not come into the set as things are, whether the
 * request makes a revision or not. Whether the set is still open is asked again when it does.
 */
@Provider
@Priority(Priorities.USER + 1)
public class CheckinSetFilter implements ContainerRequestFilter {

    private static final String HEADER = "Checkin-Set";
    private static final Set<String> METHODS = Set.of("CHECKIN", "PUT", "PROPPATCH", "DELETE", "MOVE", "MKREF");

    @Inject
    private HttpServletRequest servlet;

    @Inject
    private OwnOrigins origins;

    @Inject
    private Targets targets;

    @Inject
    private ConfiguredTrees trees;

    @Inject
    private CheckoutPlace places;

    @Inject
    private CheckinSetRepository sets;

    @Inject
    private RequestedCheckinSet requested;

    @Override
    public void filter(ContainerRequestContext context) {
        if (servlet.getHeader(HEADER) == null || !METHODS.contains(context.getMethod())) {
            return;
        }
        DavRequest request = DavRequest.of(servlet);
        CheckinSet set = named(request);
        DavPath place = place(request.path());
        if (!set.configuration().equals(configuration(place))) {
            throw DavException.of(409, Conditions.FOREIGN_CHECKIN_SET);
        }
        if (set.closed()) {
            throw DavException.of(409, Conditions.CHECKIN_SET_CLOSED);
        }
        if (!place.isRoot()) {
            requested.set(new Wanted(set.collection(), name(request, place)));
        }
    }

    private CheckinSet named(DavRequest request) {
        return origins.path(Objects.requireNonNull(request.header(HEADER)), request.host())
                .filter(CheckinSetPath::isSet)
                .map(targets::of)
                .map(Target::resource)
                .flatMap(collection -> sets.find(collection.id()))
                .orElseThrow(() -> DavException.of(409, Conditions.NO_SUCH_CHECKIN_SET));
    }

    /** Where the request's revision will show. */
    private DavPath place(DavPath path) {
        return path.subtree().equals(WorkingSubtree.NAME) && targets.of(path) instanceof WorkingTarget working
                ? places.of(working.checkout())
                : path;
    }

    private UUID configuration(DavPath place) {
        return place.subtree().equals(FilesSubtree.NAME)
                ? trees.view().orElse(Configuration.FILES)
                : ConfigurationPath.configuration(place).orElse(Configuration.FILES);
    }

    /** What moves has its new name by then. */
    private String name(DavRequest request, DavPath place) {
        String destination = request.header("Destination");
        return Optional.ofNullable(destination)
                .flatMap(url -> origins.path(url, request.host()))
                .filter(path -> !path.isRoot())
                .orElse(place)
                .name();
    }
}

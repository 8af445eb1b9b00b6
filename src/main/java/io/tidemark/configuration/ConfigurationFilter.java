package io.tidemark.configuration;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.ConfigurationViews;
import io.tidemark.target.FilesSubtree;
import io.tidemark.target.RequestedConfiguration;
import io.tidemark.target.SeenConfigurations;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.UUID;

/**
 * Reads {@code Configuration-Id} (protocol, section 5.3): a request to {@code /files/} is then about what the configuration
 * shows there. Elsewhere the header says other things, or nothing.
 */
@Provider
@Priority(Priorities.USER)
public class ConfigurationFilter implements ContainerRequestFilter {

    /** Where requests are about what a configuration shows: MKMAP maps that. */
    private static final Set<String> VIEWED = Set.of(FilesSubtree.NAME, "maps");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject
    private HttpServletRequest servlet;

    @Inject
    private OwnOrigins origins;

    @Inject
    private SeenConfigurations configurations;

    @Inject
    private RequestedConfiguration requested;

    @Override
    public void filter(ContainerRequestContext context) {
        if (servlet.getHeader(ConfigurationViews.HEADER) == null) {
            return;
        }
        DavRequest request = DavRequest.of(servlet);
        String header =
                String.valueOf(request.header(ConfigurationViews.HEADER)).strip();
        if (header.equals(ConfigurationViews.ALL)) {
            if (!context.getMethod().equals("PROPFIND")) {
                throw DavException.badRequest("Only PROPFIND is about all configurations.");
            }
        } else {
            boolean read = isRead(context.getMethod(), request);
            UUID configuration = named(header, request, read);
            if (VIEWED.contains(request.path().subtree())) {
                requested.set(configuration, !read);
            }
        }
    }

    /** A plain GET of something below /files/, which is as cheap as can be: what it finds is in a configuration that is there. */
    private static boolean isRead(String method, DavRequest request) {
        DavPath path = request.path();
        return READING.contains(method)
                && path.segments().size() > 1
                && path.subtree().equals(FilesSubtree.NAME)
                && VersionHeaders.ofOne(request).isNone();
    }

    /** The configuration that a URL names, which must be there; unless that will show. */
    private UUID named(String url, DavRequest request, boolean unasked) {
        DavPath path = origins.path(url, request.host())
                .orElseThrow(() -> DavException.conflict("The configuration is on another server."));
        return ConfigurationPath.configuration(path)
                .filter(id -> path.segments().size() == 2)
                .filter(id -> unasked || configurations.find(id).isPresent())
                .orElseThrow(() -> DavException.of(404, Conditions.NO_SUCH_CONFIGURATION));
    }
}

package io.tidemark.configuration.merge;

import io.tidemark.files.Transfer;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.OverrideCheckin;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.FilesSubtree;
import java.util.List;
import java.util.UUID;

/**
 * What a COPY to another configuration asks for (protocol, section 5.3).
 *
 * @param source the request's path
 * @param names the names that lead to the resource, in whichever configuration
 * @param target the configuration to copy to
 * @param deep whether all that is in a collection is copied
 * @param override whether to copy where the target has gone its own way
 */
record TransferRequest(DavPath source, List<String> names, UUID target, boolean deep, boolean override) {

    /**
     * Reads a request.
     *
     * @throws DavException 409 {@code no-such-configuration}; 400 for a Destination at another path, for Depth 1, and for
     *     headers that name a revision; 405 for what no configuration shows
     */
    static TransferRequest parse(DavRequest request, OwnOrigins origins) {
        Depth depth = request.depth(Depth.INFINITY);
        if (depth == Depth.ONE) {
            throw DavException.badRequest("COPY has Depth 0 or infinity.");
        }
        if (!VersionHeaders.of(request).isNone()) {
            throw DavException.badRequest("The revision that the configuration shows is copied.");
        }
        DavPath source = request.path();
        List<String> names = names(source);
        UUID target = target(request, origins);
        String destination = request.header("Destination");
        if (destination != null && !isSame(destination, names, target, request, origins)) {
            throw DavException.badRequest("What is copied to another configuration has the same path there.");
        }
        return new TransferRequest(source, names, target, depth == Depth.INFINITY, OverrideCheckin.of(request));
    }

    private static List<String> names(DavPath path) {
        List<String> segments = path.segments();
        if (!path.isRoot() && path.subtree().equals(FilesSubtree.NAME)) {
            return segments.subList(1, segments.size());
        }
        if (ConfigurationPath.configuration(path).isEmpty()) {
            throw DavException.methodNotAllowed();
        }
        return ConfigurationPath.names(path);
    }

    private static UUID target(DavRequest request, OwnOrigins origins) {
        return origins.path(String.valueOf(request.header(Transfer.HEADER)).strip(), request.host())
                .filter(path -> path.segments().size() == 2)
                .flatMap(ConfigurationPath::configuration)
                .orElseThrow(() -> DavException.of(409, Conditions.NO_SUCH_CONFIGURATION));
    }

    private static boolean isSame(
            String destination, List<String> names, UUID target, DavRequest request, OwnOrigins origins) {
        DavPath path = origins.path(destination, request.host())
                .orElseThrow(() -> DavException.of(502, "The destination is on another server."));
        if (!path.isRoot() && path.subtree().equals(FilesSubtree.NAME)) {
            return names(path).equals(names);
        }
        return ConfigurationPath.configuration(path).filter(target::equals).isPresent()
                && names(path).equals(names);
    }

    /** The path in the target's own tree. */
    DavPath targetPath() {
        DavPath path = ConfigurationPath.of(target);
        for (String name : names) {
            path = path.child(name, false);
        }
        return path;
    }
}

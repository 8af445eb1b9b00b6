package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which absolute URLs are ours: those whose host and port are the request's {@code Host} or a configured one; http and
 * https count as one, because TLS may end at a proxy (protocol, section 2).
 */
@ApplicationScoped
public class OwnOrigins {

    private final List<String> configured;
    private final CredentialScope scope;

    /** The origins that the setting {@code tidemark.origins} lists, as {@code host[:port]} separated by commas. */
    @Inject
    public OwnOrigins(
            @ConfigProperty(name = "tidemark.origins") Optional<List<String>> origins, CredentialScope scope) {
        this.scope = scope;
        this.configured = origins.orElse(List.of()).stream()
                .map(origin -> normal(origin.strip()))
                .toList();
    }

    /** For the container's proxies. */
    protected OwnOrigins() {
        this(Optional.empty(), CredentialScope.EVERYWHERE);
    }

    /**
     * The path that a URL in a header or a body names on this server.
     *
     * @param url an absolute path or an absolute URL
     * @param host the request's {@code Host} header
     * @return empty when the URL is another server's
     * @throws DavException 400 when it is no such URL, has a query or a fragment, or its path is malformed; 403 when the
     *     request's credentials do not reach it
     */
    public Optional<DavPath> path(String url, @Nullable String host) {
        return parse(url, host).map(scope::require);
    }

    private Optional<DavPath> parse(String url, @Nullable String host) {
        String reference = url.strip();
        if (reference.startsWith("/")) {
            return Optional.of(DavPath.parse(withoutQuery(reference)));
        }
        int scheme = reference.indexOf("://");
        if (scheme <= 0) {
            throw DavException.badRequest("Neither an absolute path nor an absolute URL: a reference of the request.");
        }
        int pathStart = reference.indexOf('/', scheme + 3);
        String authority = reference.substring(scheme + 3, pathStart < 0 ? reference.length() : pathStart);
        String protocol = reference.substring(0, scheme).toLowerCase(Locale.ROOT);
        String checked = checkedAuthority(protocol, authority);
        if (!protocol.equals("http") && !protocol.equals("https")) {
            return Optional.empty();
        }
        boolean ours = (host != null && checked.equals(normal(host))) || configured.contains(checked);
        return ours
                ? Optional.of(DavPath.parse(pathStart < 0 ? "/" : withoutQuery(reference.substring(pathStart))))
                : Optional.empty();
    }

    private static String withoutQuery(String path) {
        if (path.indexOf('?') >= 0) {
            throw DavException.badRequest("A reference of the request has a query.");
        }
        return path;
    }

    private static String checkedAuthority(String protocol, String authority) {
        try {
            URI uri = new URI(protocol + "://" + authority + "/");
            if (uri.getHost() == null) {
                throw DavException.badRequest("A reference of the request has no host.");
            }
            return normal(uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort());
        } catch (URISyntaxException e) {
            throw DavException.badRequest("A reference of the request is no URL.");
        }
    }

    private static String normal(String authority) {
        String lower = authority.toLowerCase(Locale.ROOT);
        return lower.endsWith(":80") || lower.endsWith(":443") ? lower.substring(0, lower.lastIndexOf(':')) : lower;
    }
}

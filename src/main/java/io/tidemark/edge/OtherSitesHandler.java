package io.tidemark.edge;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.PageAddress;
import io.tidemark.kernel.http.SafeMethods;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a page makes a browser send that it should not: changes, by pages of other sites; users' content as a script
 * or another active part of any page (protocol, section 9). Browsers say so in {@code Sec-Fetch-*}, which no page can
 * forge; programs send none of it, and are not concerned. Pages of the origins that the administrator lists may do what
 * their users may.
 */
final class OtherSitesHandler implements HttpHandler {

    private static final HttpString SITE = HttpString.tryFromString("Sec-Fetch-Site");
    private static final HttpString DESTINATION = HttpString.tryFromString("Sec-Fetch-Dest");
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");
    private static final Set<String> ACTIVE =
            Set.of("script", "style", "worker", "sharedworker", "serviceworker", "font", "object", "embed");
    private static final int FORBIDDEN = 403;

    private final HttpHandler application;
    private volatile @Nullable ListedOrigins listed;

    OtherSitesHandler(HttpHandler application) {
        this.application = application;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        ListedOrigins origins = origins();
        boolean fromListed = origins.sent(exchange);
        origins.describe(exchange);
        if (fromListed && origins.isPreflight(exchange)) {
            origins.allow(exchange);
            return;
        }
        HeaderMap headers = exchange.getRequestHeaders();
        boolean foreign = isOneOf(FOREIGN, headers.getFirst(SITE)) && !fromListed;
        boolean active = isOneOf(ACTIVE, headers.getFirst(DESTINATION)) && !isOwnPage(exchange);
        if (active || (foreign && !isSafe(exchange))) {
            exchange.setStatusCode(FORBIDDEN).endExchange();
            return;
        }
        application.handleRequest(exchange);
    }

    /** The container makes handlers before there are beans. */
    private ListedOrigins origins() {
        ListedOrigins known = listed;
        if (known == null) {
            known = CDI.current().select(ListedOrigins.class).get();
            listed = known;
        }
        return known;
    }

    private static boolean isSafe(HttpServerExchange exchange) {
        return SafeMethods.includes(exchange.getRequestMethod().toString());
    }

    private static boolean isOneOf(Set<String> values, @Nullable String header) {
        return header != null && values.contains(header.strip().toLowerCase(Locale.ROOT));
    }

    /** The server's own page is made of scripts and styles. */
    private static boolean isOwnPage(HttpServerExchange exchange) {
        String path =
                exchange.getRequestURI().substring(exchange.getResolvedPath().length());
        try {
            return DavPath.parse(path).subtree().equals(PageAddress.SUBTREE);
        } catch (DavException malformed) {
            // Whatever it is, it is no part of the page.
            return false;
        }
    }
}

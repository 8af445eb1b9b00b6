package io.tidemark.edge;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.Accept;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.PageAddress;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.Optional;
import java.util.Set;

/**
 * Leads people to the page (docs/page.md) before they are asked who they are, which the page does: from the root, and, where
 * {@code ?ui} asks for it, from what is written as a collection. Whoever says who he is is led by what is there.
 */
final class PageDoorHandler implements HttpHandler {

    private static final Set<HttpString> READING = Set.of(Methods.GET, Methods.HEAD);
    private static final int SEE_OTHER = 303;

    private final HttpHandler application;

    PageDoorHandler(HttpHandler application) {
        this.application = application;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Optional<String> page = READING.contains(exchange.getRequestMethod()) ? page(exchange) : Optional.empty();
        if (page.isEmpty()) {
            application.handleRequest(exchange);
            return;
        }
        exchange.getResponseHeaders().put(Headers.LOCATION, page.get()).put(Headers.VARY, "Accept");
        exchange.setStatusCode(SEE_OTHER).endExchange();
    }

    /** The address of the page; empty for what is no question for it. Most requests are none, and cost no more than that. */
    private static Optional<String> page(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getRequestHeaders();
        boolean asked = PageAddress.isAsked(exchange.getQueryString()) && !headers.contains(Headers.AUTHORIZATION);
        boolean browser = Accept.parse(headers.getFirst(Headers.ACCEPT)).names("text/html");
        return (asked || browser ? path(exchange) : Optional.<DavPath>empty())
                .filter(path -> (browser && path.isRoot()) || (asked && isCollectionOutside(path)))
                .map(PageAddress::of);
    }

    private static boolean isCollectionOutside(DavPath path) {
        return path.slash() && (path.isRoot() || !path.subtree().equals(PageAddress.SUBTREE));
    }

    private static Optional<DavPath> path(HttpServerExchange exchange) {
        try {
            return Optional.of(DavPath.parse(exchange.getRequestURI()
                    .substring(exchange.getResolvedPath().length())));
        } catch (DavException malformed) {
            return Optional.empty();
        }
    }
}

package io.tidemark.edge;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.Accept;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.PageAddress;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
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

    private static Optional<String> page(HttpServerExchange exchange) {
        DavPath path;
        try {
            path = DavPath.parse(exchange.getRequestURI()
                    .substring(exchange.getResolvedPath().length()));
        } catch (DavException malformed) {
            return Optional.empty();
        }
        String accept = exchange.getRequestHeaders().getFirst(Headers.ACCEPT);
        boolean atRoot = path.isRoot() && Accept.parse(accept).names("text/html");
        boolean asked = PageAddress.isAsked(exchange.getQueryString())
                && !exchange.getRequestHeaders().contains(Headers.AUTHORIZATION)
                && path.slash()
                && (path.isRoot() || !path.subtree().equals(PageAddress.SUBTREE));
        return atRoot || asked ? Optional.of(PageAddress.of(path)) : Optional.empty();
    }
}

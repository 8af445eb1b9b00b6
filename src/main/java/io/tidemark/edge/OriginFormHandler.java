package io.tidemark.edge;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/**
 * Takes the absolute form of a request target for the path in it (RFC 9112, section 3.2.2). The container has compared its
 * host with the {@code Host} header already.
 */
final class OriginFormHandler implements HttpHandler {

    private static final String AFTER_SCHEME = "://";

    private final HttpHandler application;

    OriginFormHandler(HttpHandler application) {
        this.application = application;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.isHostIncludedInRequestURI()) {
            String target = exchange.getRequestURI();
            int authority = target.indexOf(AFTER_SCHEME) + AFTER_SCHEME.length();
            int path = target.indexOf('/', authority);
            exchange.setRequestURI(path < 0 ? "/" : target.substring(path), false);
        }
        application.handleRequest(exchange);
    }
}

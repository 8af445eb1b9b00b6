package io.tidemark.edge;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/**
 * Takes a listener's limit on bodies off a request, 10 MiB where nobody says otherwise: how long a body may be is the
 * application's to say, for each method. A listener that the administrator adds for TLS needs no more than to be there.
 */
final class AnyLengthHandler implements HttpHandler {

    private static final long NO_LIMIT = -1;

    private final HttpHandler application;

    AnyLengthHandler(HttpHandler application) {
        this.application = application;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.setMaxEntitySize(NO_LIMIT);
        application.handleRequest(exchange);
    }
}

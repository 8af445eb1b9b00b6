package io.tidemark.traffic;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/** Lets no thread wait for a client longer than it has to: see {@link ParkedAnswer} and {@link PacedBody}. */
final class PaceHandler implements HttpHandler {

    private final HttpHandler application;

    PaceHandler(HttpHandler application) {
        this.application = application;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.addResponseWrapper((next, answered) -> new ParkedAnswer(next.create(), answered));
        if (!exchange.isRequestComplete()) {
            exchange.addRequestWrapper((next, asked) -> new PacedBody(next.create(), asked));
        }
        application.handleRequest(exchange);
    }
}

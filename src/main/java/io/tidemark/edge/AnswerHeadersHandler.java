package io.tidemark.edge;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.util.Map;

/**
 * Keeps browsers from taking any answer, stored content or refusal, for a page or a part of a page that may act as this
 * server's own (protocol, sections 6 and 9). What the application says of an answer counts instead: a page of its own has
 * its own policy. It holds for the container's refusals, too.
 */
final class AnswerHeadersHandler implements HttpHandler {

    static final HttpString RESOURCE_POLICY = HttpString.tryFromString("Cross-Origin-Resource-Policy");

    private static final Map<HttpString, String> ALWAYS = Map.of(
            HttpString.tryFromString("X-Content-Type-Options"),
            "nosniff",
            HttpString.tryFromString("Content-Security-Policy"),
            "sandbox",
            RESOURCE_POLICY,
            "same-origin");

    private final HttpHandler application;

    AnswerHeadersHandler(HttpHandler application) {
        this.application = application;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        // The host has said them already, in case that nobody else answers; Jakarta REST would say them twice.
        ALWAYS.keySet().forEach(exchange.getResponseHeaders()::remove);
        exchange.addResponseCommitListener(answered -> {
            HeaderMap headers = answered.getResponseHeaders();
            ALWAYS.forEach((name, value) -> {
                if (!headers.contains(name)) {
                    headers.put(name, value);
                }
            });
        });
        application.handleRequest(exchange);
    }
}

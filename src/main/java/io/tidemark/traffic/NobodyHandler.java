package io.tidemark.traffic;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Has requests without credentials wait for one another and for nobody else. They are refused, all but the preflights of
 * browsers, and that takes no time; but whoever sends them by the thousand would have them all stand before the next
 * request of a user. Every realm of docs/sso.md takes its credentials from {@code Authorization}.
 */
final class NobodyHandler implements HttpHandler {

    private static final int AT_ONCE = 8;

    private final HttpHandler application;
    private volatile @Nullable Lane lane;

    NobodyHandler(HttpHandler application) {
        this.application = application;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HeaderMap headers = exchange.getRequestHeaders();
        if (headers.contains(Headers.AUTHORIZATION) || headers.contains(Headers.COOKIE) || !exchange.isInIoThread()) {
            application.handleRequest(exchange);
        } else {
            exchange.dispatch(lane(exchange), application);
        }
    }

    /** All connections have the same threads to work on their requests; which, the first one says. */
    private Lane lane(HttpServerExchange exchange) {
        Lane known = lane;
        if (known == null) {
            synchronized (this) {
                known = lane;
                if (known == null) {
                    known = new Lane(exchange.getConnection().getWorker(), AT_ONCE);
                    lane = known;
                }
            }
        }
        return known;
    }
}

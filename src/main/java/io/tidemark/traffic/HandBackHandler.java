package io.tidemark.traffic;

import io.undertow.server.ExchangeCompletionListener.NextListener;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.RejectedExecutionException;

/**
 * Lets each connection's own thread make it ready for the next request. The container does so on the thread that worked
 * on the last one; where the next request is there already, the connection's thread spins until that is done. It takes
 * the processor from the very thread it waits for, where all processors are busy: with two of them, a third of their
 * time.
 */
final class HandBackHandler implements HttpHandler {

    private static final System.Logger LOG = System.getLogger(HandBackHandler.class.getName());

    private final HttpHandler application;

    HandBackHandler(HttpHandler application) {
        this.application = application;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.addExchangeCompleteListener(HandBackHandler::handBack);
        application.handleRequest(exchange);
    }

    private static void handBack(HttpServerExchange ended, NextListener next) {
        if (ended.isInIoThread()) {
            proceed(ended, next);
            return;
        }
        try {
            ended.getIoThread().execute(() -> proceed(ended, next));
        } catch (RejectedExecutionException e) {
            // The server stops: nobody waits for the connection any more.
            proceed(ended, next);
        }
    }

    /** Lets the connection go on, unless the client has closed it: the container stumbles over the buffers that are gone then. */
    private static void proceed(HttpServerExchange ended, NextListener next) {
        try {
            next.proceed();
        } catch (RuntimeException e) {
            if (ended.getConnection().isOpen()) {
                throw e;
            }
            LOG.log(System.Logger.Level.DEBUG, "A connection was closed before its next request was read", e);
        }
    }
}

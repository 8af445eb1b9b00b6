package io.tidemark.traffic;

import io.undertow.io.Receiver;
import io.undertow.io.Sender;
import io.undertow.server.BlockingHttpExchange;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Lets go of the thread of a request that is answered although its body has not come. The container would read the body to
 * its end on that thread, so that whoever is refused and goes on sending, a byte now and then, held it for as long as he
 * likes. Here the answer goes out first; then the container reads what still comes as it reads the heads of requests,
 * without a thread, so that the connection can carry the next request. A client that is not through after
 * {@value #LINGER_SECONDS} seconds has had its answer, and its connection is closed (RFC 9112, section 9.6).
 */
final class UnreadBodyHandler implements HttpHandler {

    private static final long LINGER_SECONDS = 30;

    private final HttpHandler application;

    UnreadBodyHandler(HttpHandler application) {
        this.application = application;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!exchange.isRequestComplete()) {
            BlockingHttpExchange container = exchange.startBlocking(null);
            exchange.startBlocking(new Answering(exchange, container));
        }
        application.handleRequest(exchange);
    }

    /** Closes the connection, if the body has not come to its end by then. */
    private static void giveUpLater(HttpServerExchange exchange) {
        XnioExecutor.Key later = exchange.getIoThread()
                .executeAfter(
                        () -> {
                            if (!exchange.isRequestComplete()) {
                                IoUtils.safeClose(exchange.getConnection());
                            }
                        },
                        LINGER_SECONDS,
                        TimeUnit.SECONDS);
        exchange.addExchangeCompleteListener((ended, next) -> {
            later.remove();
            next.proceed();
        });
    }

    /** The container's streams of a request, which end without waiting for its body. */
    private record Answering(HttpServerExchange exchange, BlockingHttpExchange container)
            implements BlockingHttpExchange {

        @Override
        public InputStream getInputStream() {
            return container.getInputStream();
        }

        @Override
        public OutputStream getOutputStream() {
            return container.getOutputStream();
        }

        @Override
        public Sender getSender() {
            return container.getSender();
        }

        @Override
        public Receiver getReceiver() {
            return container.getReceiver();
        }

        @Override
        public void close() throws IOException {
            if (exchange.isRequestComplete() || exchange.isComplete()) {
                container.close();
                return;
            }
            giveUpLater(exchange);
            ServletRequestContext request = exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY);
            request.getOriginalResponse().closeStreamAndWriter();
            // What has come already; otherwise the container's buffer with it would not be given back.
            InputStream body = request.getOriginalRequest().getInputStream();
            body.skipNBytes(body.available());
        }
    }
}

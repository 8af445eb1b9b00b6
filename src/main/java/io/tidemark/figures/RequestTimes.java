package io.tidemark.figures;

import io.tidemark.kernel.figures.ReportName;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.HttpString;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Measures each request, those that are refused before they come to the application among them, from its head to the end of
 * its answer: a client that reads slowly makes it long.
 */
final class RequestTimes implements HttpHandler {

    private static final HttpString PREFER = HttpString.tryFromString("Prefer");

    /** Handlers are made before there are beans, and one of these says later where times go. */
    private static volatile @Nullable Watcher watcher;

    private final HttpHandler application;

    RequestTimes(HttpHandler application) {
        this.application = application;
    }

    private record Watcher(Meters meters, Set<String> methods) {}

    /** From now on, times go there. */
    static void watch(Meters meters, Set<String> methods) {
        watcher = new Watcher(meters, methods);
    }

    /** From now on, times go nowhere. */
    static void ignore() {
        watcher = null;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Watcher watching = watcher;
        if (watching != null) {
            long began = System.nanoTime();
            AtomicReference<@Nullable RequestKind> kind = new AtomicReference<>();
            // Of what the application has noted on the request, nothing may be left when the last byte goes out.
            exchange.addResponseCommitListener(
                    answered -> kind.compareAndSet(null, kind(answered, watching.methods())));
            exchange.addExchangeCompleteListener((ended, next) -> {
                RequestKind known = kind.get();
                watching.meters()
                        .request(
                                known == null ? kind(ended, watching.methods()) : known,
                                Duration.ofNanos(System.nanoTime() - began));
                next.proceed();
            });
        }
        application.handleRequest(exchange);
    }

    private static RequestKind kind(HttpServerExchange ended, Set<String> methods) {
        ServletRequestContext servlet = ended.getAttachment(ServletRequestContext.ATTACHMENT_KEY);
        String report = servlet == null ? "" : ReportName.of(servlet.getOriginalRequest());
        String preference = ended.getRequestHeaders().getFirst(PREFER);
        boolean waiting = preference != null && preference.contains("wait");
        return RequestKind.of(ended.getRequestMethod().toString(), report, ended.getStatusCode(), waiting, methods);
    }
}

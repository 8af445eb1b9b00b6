package io.tidemark.audit;

import io.tidemark.apppassword.CurrentAppPassword;
import io.tidemark.kernel.http.SafeMethods;
import io.undertow.security.api.SecurityContext;
import io.undertow.security.idm.Account;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.HttpString;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the line of a request just before its answer goes out: what was answered is in the log, if the server is killed
 * in the next moment, too. All that a request commits, it commits before. Where no answer can be sent, the line is written
 * when the server gives the request up.
 */
final class AuditHandler implements HttpHandler {

    /** The category that the logging subsystem sends to a file of its own. */
    static final String CATEGORY = "io.tidemark.audit";

    /** The header in which a client says why (docs/protocol.md, Who holds what). */
    private static final String REASON = "Tidemark-Reason";

    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final Set<Integer> REFUSED = Set.of(401, 403, 429);

    private final HttpHandler application;

    AuditHandler(HttpHandler application) {
        this.application = application;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        long began = System.nanoTime();
        AtomicBoolean written = new AtomicBoolean();
        exchange.addResponseCommitListener(answered -> write(answered, began, written));
        exchange.addExchangeCompleteListener((ended, next) -> {
            write(ended, began, written);
            next.proceed();
        });
        application.handleRequest(exchange);
    }

    private static void write(HttpServerExchange exchange, long began, AtomicBoolean written) {
        boolean worthIt = !SafeMethods.includes(exchange.getRequestMethod().toString())
                || REFUSED.contains(exchange.getStatusCode());
        if (worthIt && LOG.isInfoEnabled() && written.compareAndSet(false, true)) {
            LOG.info(line(exchange, Duration.ofNanos(System.nanoTime() - began)));
        }
    }

    private static String line(HttpServerExchange exchange, Duration duration) {
        HttpServletRequest request = (HttpServletRequest)
                exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY).getOriginalRequest();
        AuditNotes notes = AuditNotes.of(request);
        AuditLine line = new AuditLine()
                .time(Instant.now())
                .user(account(exchange), notes.claimed())
                .appPassword(CurrentAppPassword.of(request).orElse(null))
                .address(address(exchange.getSourceAddress()))
                .request(request.getMethod(), request.getRequestURI(), target(exchange))
                .outcome(exchange.getStatusCode(), notes)
                .duration(duration);
        return line.reason(header(exchange, REASON))
                .requestId(header(exchange, "X-Request-Id"))
                .toString();
    }

    private static @Nullable Account account(HttpServerExchange exchange) {
        SecurityContext security = exchange.getSecurityContext();
        return security == null ? null : security.getAuthenticatedAccount();
    }

    /** What a request is about besides its own URL. */
    private static @Nullable String target(HttpServerExchange exchange) {
        String destination = header(exchange, "Destination");
        return destination == null ? header(exchange, "Ref-Target") : destination;
    }

    private static String address(InetSocketAddress source) {
        return source.getAddress() == null
                ? source.getHostString()
                : source.getAddress().getHostAddress();
    }

    private static @Nullable String header(HttpServerExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(HttpString.tryFromString(name));
    }
}

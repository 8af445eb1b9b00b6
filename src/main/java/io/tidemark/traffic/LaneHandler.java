package io.tidemark.traffic;

import io.tidemark.kernel.http.SessionCookie;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Has each request wait in its lane for a thread (see {@link Lanes}). Every realm of docs/sso.md takes its credentials from
 * {@code Authorization}, and the page has those of its user in a cookie.
 */
final class LaneHandler implements HttpHandler {

    private static final int AT_ONCE = 32;

    /** What to do when the credentials of a request turn out to be somebody's. */
    private static final AttachmentKey<Runnable> SIGNED_IN = AttachmentKey.create(Runnable.class);

    private final HttpHandler application;
    private final int atOnce;
    private volatile @Nullable Lanes lanes;

    LaneHandler(HttpHandler application) {
        this.application = application;
        this.atOnce = ConfigProvider.getConfig()
                .getOptionalValue("tidemark.working-requests-per-user", Integer.class)
                .orElse(AT_ONCE);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!exchange.isInIoThread()) {
            application.handleRequest(exchange);
            return;
        }
        Lanes all = lanes(exchange.getConnection().getWorker());
        String credentials = credentials(exchange.getRequestHeaders());
        Lane lane = all.of(credentials);
        if (credentials != null && all.isOfStrangers(lane)) {
            exchange.putAttachment(SIGNED_IN, () -> all.signedIn(credentials));
        }
        exchange.dispatch(lane, application);
    }

    private static @Nullable String credentials(HeaderMap headers) {
        String authorization = headers.getFirst(Headers.AUTHORIZATION);
        HeaderValues cookies = headers.get(Headers.COOKIE);
        return authorization != null || cookies == null
                ? authorization
                : SessionCookie.of(cookies, false).orElse(null);
    }

    /** Where requests wait for a thread that have waited for something else before. */
    Executor awoken() {
        return task -> Objects.requireNonNull(lanes, "No request has come yet")
                .ofAwoken()
                .execute(task);
    }

    /** Notes that the container has signed somebody in for a request. */
    static void signedIn(HttpServerExchange exchange) {
        Runnable note = exchange.getAttachment(SIGNED_IN);
        if (note != null) {
            note.run();
        }
    }

    /** All connections have the same threads to work on their requests; which, the first one says. */
    private Lanes lanes(Executor threads) {
        Lanes known = lanes;
        if (known == null) {
            synchronized (this) {
                known = lanes;
                if (known == null) {
                    known = new Lanes(threads, atOnce);
                    lanes = known;
                }
            }
        }
        return known;
    }
}

package io.tidemark.edge;

import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.xnio.Options;

/**
 * Serves nothing through a listener by which one client could stop the server: with HTTP/2, or without an end to waiting for
 * a client. Neither can be mended for one request, and the container tells nothing of its listeners before there is one.
 */
final class SafeListenerHandler implements HttpHandler {

    private static final Logger LOG = Logger.getLogger(SafeListenerHandler.class);
    private static final AttachmentKey<Boolean> SAFE = AttachmentKey.create(Boolean.class);
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER = "60";

    private final HttpHandler application;

    /** The ports of listeners that the log has named. */
    private final Set<Integer> named = ConcurrentHashMap.newKeySet();

    SafeListenerHandler(HttpHandler application) {
        this.application = application;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        ServerConnection connection = exchange.getConnection();
        if (connection.getAttachment(SAFE) == null) {
            List<String> missing = missing(connection);
            if (!missing.isEmpty()) {
                name(connection, missing);
                exchange.getResponseHeaders().put(Headers.RETRY_AFTER, RETRY_AFTER);
                exchange.setPersistent(false);
                exchange.setStatusCode(UNAVAILABLE).endExchange();
                return;
            }
            connection.putAttachment(SAFE, true);
        }
        application.handleRequest(exchange);
    }

    private static List<String> missing(ServerConnection connection) throws IOException {
        List<String> missing = new ArrayList<>();
        if (connection.getUndertowOptions().get(UndertowOptions.ENABLE_HTTP2, false)) {
            missing.add("enable-http2=false");
        }
        if (!isBounded(connection.getOption(Options.READ_TIMEOUT))) {
            missing.add("read-timeout=30000");
        }
        if (!isBounded(connection.getOption(Options.WRITE_TIMEOUT))) {
            missing.add("write-timeout=30000");
        }
        return missing;
    }

    private static boolean isBounded(Integer millis) {
        return millis != null && millis > 0;
    }

    private void name(ServerConnection connection, List<String> missing) {
        int port = connection.getLocalAddress() instanceof InetSocketAddress address ? address.getPort() : 0;
        if (named.add(port)) {
            LOG.fatalf(
                    "Nothing is served through the listener at port %d: a client could stop the server by it. Set %s on it,"
                            + " as wildfly-config/tls.cli does",
                    port, String.join(" and ", missing));
        }
    }
}

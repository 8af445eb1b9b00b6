package io.tidemark.edge;

import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request in only where its body ends in one place, whoever reads it (RFC 9112, section 6): what a proxy in front
 * could take for two requests, or for a shorter one, is refused, and its connection is closed.
 */
final class FramingHandler implements HttpHandler {

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final int BAD_REQUEST = 400;
    private static final int LENGTH_REQUIRED = 411;

    private final HttpHandler application;

    FramingHandler(HttpHandler application) {
        this.application = application;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HeaderMap headers = exchange.getRequestHeaders();
        HeaderValues lengths = headers.get(Headers.CONTENT_LENGTH);
        HeaderValues codings = headers.get(Headers.TRANSFER_ENCODING);
        if ((lengths != null && !isOneLength(lengths)) || (codings != null && !isChunked(codings, lengths, exchange))) {
            refuse(exchange, BAD_REQUEST);
            return;
        }
        if (lengths == null && codings == null && isOfUnknownLength(exchange)) {
            refuse(exchange, LENGTH_REQUIRED);
            return;
        }
        if (codings != null && exchange.getConnection() instanceof HttpServerConnection connection) {
            try {
                ChunkedBody.replace(exchange, connection);
            } catch (MalformedChunksException e) {
                refuse(exchange, BAD_REQUEST);
                return;
            }
            // Until here the host promised to close it, as its own reader of chunks would have been used.
            exchange.getResponseHeaders().remove(Headers.CONNECTION);
        }
        application.handleRequest(exchange);
    }

    private static boolean isOneLength(HeaderValues lengths) {
        return lengths.size() == 1 && LENGTH.matcher(lengths.getFirst()).matches();
    }

    private static boolean isChunked(
            HeaderValues codings, @Nullable HeaderValues lengths, HttpServerExchange exchange) {
        return lengths == null
                && exchange.isHttp11()
                && codings.size() == 1
                && codings.getFirst().equalsIgnoreCase("chunked");
    }

    /**
     * Before HTTP/1.1 there were no chunks: what stores its body says a length, as the end of the connection may be an
     * accident (RFC 1945, section 7.2.2).
     */
    private static boolean isOfUnknownLength(HttpServerExchange exchange) {
        HttpString method = exchange.getRequestMethod();
        boolean old = exchange.getConnection() instanceof HttpServerConnection && !exchange.isHttp11();
        return old && (method.equals(Methods.PUT) || method.equals(Methods.POST));
    }

    private static void refuse(HttpServerExchange exchange, int status) {
        exchange.setPersistent(false);
        Connectors.terminateRequest(exchange);
        exchange.setStatusCode(status).endExchange();
    }
}

package io.tidemark.edge;

import io.tidemark.kernel.http.MediaTypes;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Takes out of a request what cannot be parsed and can be left out without harm: preferences, cookies, and a
 * {@code Content-Type} that is none (protocol, section 2). The servlet container and Jakarta REST look at them before the
 * application does, and would refuse the request, or fail.
 */
final class PlainRequestHandler implements HttpHandler {

    private static final Map<HttpString, UnaryOperator<String>> LISTS = Map.of(
            Headers.ACCEPT, Preferences::mediaTypes,
            Headers.ACCEPT_LANGUAGE, Preferences::languages,
            Headers.ACCEPT_CHARSET, Preferences::tokens,
            Headers.ACCEPT_ENCODING, Preferences::tokens,
            Headers.COOKIE, Preferences::cookies);

    private final HttpHandler application;

    PlainRequestHandler(HttpHandler application) {
        this.application = application;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HeaderMap headers = exchange.getRequestHeaders();
        LISTS.forEach((name, plain) -> replace(headers, name, plain));
        HeaderValues types = headers.get(Headers.CONTENT_TYPE);
        if (types != null && !(types.stream().distinct().count() == 1 && MediaTypes.isOne(types.getFirst()))) {
            headers.remove(Headers.CONTENT_TYPE);
        }
        application.handleRequest(exchange);
    }

    private static void replace(HeaderMap headers, HttpString name, UnaryOperator<String> plain) {
        HeaderValues sent = headers.get(name);
        if (sent == null) {
            return;
        }
        List<String> left =
                sent.stream().map(plain).filter(value -> !value.isEmpty()).toList();
        if (left.isEmpty()) {
            headers.remove(name);
        } else if (!left.equals(sent)) {
            headers.putAll(name, left);
        }
    }
}

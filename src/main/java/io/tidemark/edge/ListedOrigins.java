package io.tidemark.edge;

import io.tidemark.target.Methods;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The origins whose pages may read answers, and send any method and any header (the CORS protocol of the Fetch standard;
 * protocol, section 9). None, unless the administrator lists some.
 */
@ApplicationScoped
public class ListedOrigins {

    private static final HttpString REQUESTED_METHOD = HttpString.tryFromString("Access-Control-Request-Method");
    private static final HttpString REQUESTED_HEADERS = HttpString.tryFromString("Access-Control-Request-Headers");
    private static final HttpString ALLOW_ORIGIN = HttpString.tryFromString("Access-Control-Allow-Origin");
    private static final HttpString ALLOW_METHODS = HttpString.tryFromString("Access-Control-Allow-Methods");
    private static final HttpString ALLOW_HEADERS = HttpString.tryFromString("Access-Control-Allow-Headers");
    private static final HttpString EXPOSE_HEADERS = HttpString.tryFromString("Access-Control-Expose-Headers");
    private static final HttpString MAX_AGE = HttpString.tryFromString("Access-Control-Max-Age");
    private static final String OPTIONS = "OPTIONS";
    private static final String TEN_MINUTES = "600";
    private static final int NO_CONTENT = 204;

    private final Set<String> origins;

    @Inject
    private Methods methods;

    /** The origins that the setting {@code tidemark.cors.origins} lists, as {@code https://host[:port]}, by commas. */
    @Inject
    public ListedOrigins(@ConfigProperty(name = "tidemark.cors.origins") Optional<List<String>> origins) {
        this.origins = origins.orElse(List.of()).stream()
                .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** For the container's proxies. */
    protected ListedOrigins() {
        this(Optional.empty());
    }

    /** Whether a request comes from a page of one of them, as its browser says. */
    boolean sent(HttpServerExchange exchange) {
        HeaderValues origin = exchange.getRequestHeaders().get(Headers.ORIGIN);
        return origin != null
                && origin.size() == 1
                && origins.contains(origin.getFirst().strip().toLowerCase(Locale.ROOT));
    }

    /** Whether a request asks, before the one of a page, whether it may be sent. No browser sends credentials with it. */
    boolean isPreflight(HttpServerExchange exchange) {
        return exchange.getRequestMethod().equalToString(OPTIONS)
                && exchange.getRequestHeaders().contains(REQUESTED_METHOD);
    }

    /** Answers that it may. */
    void allow(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(ALLOW_METHODS, String.join(", ", methods.all()));
        HeaderValues requested = exchange.getRequestHeaders().get(REQUESTED_HEADERS);
        if (requested != null) {
            headers.put(ALLOW_HEADERS, String.join(", ", requested));
        }
        headers.put(MAX_AGE, TEN_MINUTES);
        headers.add(Headers.VARY, REQUESTED_METHOD + ", " + REQUESTED_HEADERS);
        exchange.setStatusCode(NO_CONTENT).endExchange();
    }

    /** Has the answer say who may read it, and which of its headers: all that it has. */
    void describe(HttpServerExchange exchange) {
        if (origins.isEmpty()) {
            return;
        }
        boolean listed = sent(exchange);
        exchange.addResponseCommitListener(answered -> {
            HeaderMap headers = answered.getResponseHeaders();
            headers.add(Headers.VARY, Headers.ORIGIN_STRING);
            if (listed) {
                String names = headers.getHeaderNames().stream()
                        .map(HttpString::toString)
                        .sorted()
                        .collect(Collectors.joining(", "));
                headers.put(EXPOSE_HEADERS, names);
                headers.put(
                        ALLOW_ORIGIN,
                        answered.getRequestHeaders().getFirst(Headers.ORIGIN).strip());
                headers.put(AnswerHeadersHandler.RESOURCE_POLICY, "cross-origin");
            }
        });
    }
}

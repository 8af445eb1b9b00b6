package io.tidemark.signon;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.PageAddress;
import io.tidemark.kernel.http.SessionCookie;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a request brings to show who sent it (docs/protocol.md, The page). Who signs in brings it in the body; else
 * {@code Authorization} counts, and where there is none, the cookie, if it was the page that had the browser send it.
 */
final class EvidenceReader {

    private static final HttpString SITE = HttpString.tryFromString("Sec-Fetch-Site");
    private static final HttpString MODE = HttpString.tryFromString("Sec-Fetch-Mode");
    private static final HttpString BY_SCRIPT = HttpString.tryFromString("X-Requested-With");
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    private EvidenceReader() {}

    /**
     * What the request brings; empty when it brings nothing, or what only the container reads.
     *
     * @throws DavException 403 for another site's page that signs somebody in, listed or not: its user would not know as
     *     whom; else as {@link SessionRequest#read}
     */
    static Optional<Evidence> read(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getRequestHeaders();
        if (isSignIn(exchange)) {
            if (FOREIGN.contains(word(headers, SITE))) {
                throw DavException.of(403, "Another site signs nobody in.");
            }
            return Optional.of(SessionRequest.read(DavRequest.of(servlet(exchange))));
        }
        String authorization = headers.getFirst(Headers.AUTHORIZATION);
        if (authorization != null) {
            return BasicCredentials.parse(authorization).map(Evidence.Password::new);
        }
        boolean tls = exchange.getRequestScheme().equals("https");
        return countsCookies(exchange)
                ? SessionCookie.of(cookies(exchange), tls).map(Evidence.Session::new)
                : Optional.empty();
    }

    /**
     * Whether a request is about the page as such, which needs no credentials (web.xml). The container compares the same
     * path, which it has decoded.
     */
    static boolean isAboutThePage(HttpServerExchange exchange) {
        String path = exchange.getRelativePath();
        return (path + '/').startsWith(PageAddress.START) && !path.equals(PageAddress.SESSION);
    }

    /** Whether a refusal must not have the browser ask for a password: the page does that. */
    static boolean isOfThePage(HttpServerExchange exchange) {
        return exchange.getRequestHeaders().contains(BY_SCRIPT)
                || SessionCookie.isIn(cookies(exchange))
                || exchange.getRequestURI().equals(PageAddress.SESSION);
    }

    private static boolean isSignIn(HttpServerExchange exchange) {
        return exchange.getRequestMethod().equals(Methods.POST)
                && exchange.getRequestURI().equals(PageAddress.SESSION);
    }

    /** Only browsers say so, and no script can: a page of another site cannot use the cookie, though the browser sends it. */
    private static boolean countsCookies(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getRequestHeaders();
        return word(headers, SITE).equals("same-origin")
                || (exchange.getRequestMethod().equals(Methods.GET)
                        && word(headers, MODE).equals("navigate")
                        && exchange.getRequestURI().startsWith(PageAddress.START));
    }

    private static String word(HeaderMap headers, HttpString name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    private static Collection<String> cookies(HttpServerExchange exchange) {
        HeaderValues cookies = exchange.getRequestHeaders().get(Headers.COOKIE);
        return cookies == null ? List.of() : cookies;
    }

    private static HttpServletRequest servlet(HttpServerExchange exchange) {
        return (HttpServletRequest)
                exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY).getServletRequest();
    }
}

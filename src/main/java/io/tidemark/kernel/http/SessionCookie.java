package io.tidemark.kernel.http;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The cookie of a browser that is signed in at the page (docs/protocol.md, The page): its value is an app password. Under
 * TLS its name has a prefix by which browsers take it from this very host alone (RFC 6265bis, section 4.1.3.2).
 */
public final class SessionCookie {

    /** Its name without TLS. */
    public static final String NAME = "tidemark-session";

    /** Its name under TLS. */
    public static final String NAME_UNDER_TLS = "__Host-" + NAME;

    private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Strict";
    private static final String SECURE = "; Secure";

    private SessionCookie() {}

    /** Whether there is such a cookie in a request's {@code Cookie} headers, good or not. */
    public static boolean isIn(Collection<String> headers) {
        return value(headers, NAME_UNDER_TLS).isPresent()
                || value(headers, NAME).isPresent();
    }

    /**
     * Its value in a request's {@code Cookie} headers. Under TLS the name without the prefix does not count: whoever sits on
     * the network between the browser and another server of this domain could have set it.
     *
     * @param tls whether the request is known to have come under TLS
     */
    public static Optional<String> of(Collection<String> headers, boolean tls) {
        Optional<String> strict = value(headers, NAME_UNDER_TLS);
        return strict.isPresent() || tls ? strict : value(headers, NAME);
    }

    /** The {@code Set-Cookie} that begins a session. */
    public static String begin(String value, Duration life, boolean tls) {
        String pair = (tls ? NAME_UNDER_TLS : NAME) + '=' + value;
        return pair + "; Max-Age=" + life.toSeconds() + ATTRIBUTES + (tls ? SECURE : "");
    }

    /** The {@code Set-Cookie} headers that end one, whichever name it had. */
    public static List<String> end() {
        String gone = "=; Max-Age=0" + ATTRIBUTES;
        return List.of(NAME + gone, NAME_UNDER_TLS + gone + SECURE);
    }

    private static Optional<String> value(Collection<String> headers, String name) {
        return headers.stream()
                .flatMap(header -> List.of(header.split(";", -1)).stream())
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + '='))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }
}

package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import java.nio.charset.StandardCharsets;

/**
 * Names in header values, such as labels and the ids of branches: octets that are not printable ASCII, and the percent sign,
 * are percent-encoded in UTF-8 (protocol, section 9).
 */
public final class HeaderText {

    private static final char FIRST_PRINTABLE = ' ';
    private static final char LAST_PRINTABLE = '~';

    private HeaderText() {}

    /** A name as a header value. */
    public static String encode(String name) {
        StringBuilder value = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (octet >= FIRST_PRINTABLE && octet <= LAST_PRINTABLE && octet != '%') {
                value.append((char) octet);
            } else {
                PercentEncoding.escape(octet & 0xFF, value);
            }
        }
        return value.toString();
    }

    /**
     * The name that a header value stands for. What a client sends as it is, and should have encoded, stays as it came.
     *
     * @throws DavException 400 for a broken escape, an encoded NUL, and octets that are not UTF-8
     */
    public static String decode(String value) {
        return PercentEncoding.decode(value, "\0", "A header value");
    }
}

package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

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
                value.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
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
        if (value.indexOf('%') < 0) {
            return value;
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream(value.length());
        int at = 0;
        while (at < value.length()) {
            if (value.charAt(at) == '%') {
                octets.write(octet(value, at + 1));
                at += 3;
            } else {
                int end = value.indexOf('%', at);
                String plain = value.substring(at, end < 0 ? value.length() : end);
                octets.writeBytes(plain.getBytes(StandardCharsets.UTF_8));
                at += plain.length();
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw DavException.badRequest("A header value is not UTF-8.");
        }
    }

    private static int octet(String value, int at) {
        boolean whole = at + 1 < value.length()
                && HexFormat.isHexDigit(value.charAt(at))
                && HexFormat.isHexDigit(value.charAt(at + 1));
        int octet = whole ? HexFormat.fromHexDigits(value, at, at + 2) : 0;
        if (octet == 0) {
            throw DavException.badRequest("A header value has an escape that is not allowed.");
        }
        return octet;
    }
}

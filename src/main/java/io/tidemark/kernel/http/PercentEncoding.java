package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding (RFC 3986, section 2.1), in UTF-8: of path segments, and for {@link HeaderText}. */
public final class PercentEncoding {

    private static final String UNENCODED = "-._~!$'()*,:@=";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentEncoding() {}

    /**
     * Decodes a path segment.
     *
     * @throws DavException 400 for a broken escape, for octets that are not UTF-8, and for an encoded slash or NUL
     */
    public static String decode(String segment) {
        if (segment.indexOf('\0') >= 0) {
            throw DavException.badRequest("The URL's path holds a NUL.");
        }
        return decode(segment, "/\0", "The URL's path");
    }

    /**
     * Decodes a text. What stands in it as it is, and should have been encoded, stays.
     *
     * @param refused the characters that no escape may stand for
     * @param what what is decoded, for whoever sent it
     * @throws DavException 400 for a broken escape, and for octets that are not UTF-8
     */
    static String decode(String text, String refused, String what) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '%') {
                int octet = octet(text, at + 1);
                if (octet < 0 || refused.indexOf(octet) >= 0) {
                    throw DavException.badRequest(what + " has an escape that is not allowed.");
                }
                octets.write(octet);
                at += 3;
            } else {
                int end = text.indexOf('%', at);
                String plain = text.substring(at, end < 0 ? text.length() : end);
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
            throw DavException.badRequest(what + " is not UTF-8.");
        }
    }

    /** The octet of two hexadecimal digits; negative where these are none. */
    private static int octet(String text, int at) {
        boolean whole = at + 1 < text.length()
                && HexFormat.isHexDigit(text.charAt(at))
                && HexFormat.isHexDigit(text.charAt(at + 1));
        return whole ? HexFormat.fromHexDigits(text, at, at + 2) : -1;
    }

    /** Appends a name as a path segment. */
    public static void encode(String name, StringBuilder out) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isUnencoded(c)) {
                out.append(c);
            } else if (c < 0x80) {
                escape(c, out);
            } else {
                int codePoint = name.codePointAt(i);
                for (byte octet : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
                    escape(octet & 0xFF, out);
                }
                i += Character.charCount(codePoint) - 1;
            }
        }
    }

    /** Appends an octet, of 0 to 255, as an escape. */
    static void escape(int octet, StringBuilder out) {
        out.append('%').append(HEX[octet >> 4]).append(HEX[octet & 0xF]);
    }

    private static boolean isUnencoded(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || UNENCODED.indexOf(c) >= 0;
    }
}

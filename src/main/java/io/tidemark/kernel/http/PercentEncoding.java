package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding of path segments (RFC 3986, section 2.1), in UTF-8. */
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
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        ByteBuffer bytes = ByteBuffer.allocate(segment.length() * 3);
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '%') {
                bytes.put(octet(segment, i + 1));
                i += 2;
            } else if (c < 0x80) {
                bytes.put((byte) c);
            } else {
                int codePoint = segment.codePointAt(i);
                bytes.put(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(codePoint) - 1;
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw DavException.badRequest("The URL's path is not UTF-8.");
        }
    }

    private static byte octet(String segment, int at) {
        boolean whole = at + 1 < segment.length()
                && HexFormat.isHexDigit(segment.charAt(at))
                && HexFormat.isHexDigit(segment.charAt(at + 1));
        int octet = whole ? HexFormat.fromHexDigits(segment, at, at + 2) : 0;
        if (octet == '/' || octet == 0) {
            throw DavException.badRequest("The URL's path has an escape that is not allowed.");
        }
        return (byte) octet;
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

    private static void escape(int octet, StringBuilder out) {
        out.append('%').append(HEX[octet >> 4]).append(HEX[octet & 0xF]);
    }

    private static boolean isUnencoded(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || UNENCODED.indexOf(c) >= 0;
    }
}

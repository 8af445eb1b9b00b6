package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;

/** A coded URL, as in {@code Lock-Token} (RFC 4918, section 10.5). */
public final class CodedUrl {

    private CodedUrl() {}

    /**
     * Parses a coded URL. The angle brackets may be missing, as some clients leave them out.
     *
     * @throws DavException 400 when it is malformed
     */
    public static String parse(String header) {
        String value = header.strip();
        if (value.startsWith("<") && value.endsWith(">")) {
            value = value.substring(1, value.length() - 1);
        }
        if (value.indexOf(':') <= 0 || value.chars().anyMatch(c -> c <= ' ' || c == '<' || c == '>')) {
            throw DavException.badRequest("A coded URL is malformed.");
        }
        return value;
    }
}

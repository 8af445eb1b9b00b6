package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;

/** Walks over a header's value; what it does not find where it must be ends the request with 400. */
final class Cursor {

    private final String value;
    private int at;

    Cursor(String value) {
        this.value = value;
    }

    boolean atEnd() {
        return at >= value.length();
    }

    /** The next character, or NUL at the end. */
    char peek() {
        return atEnd() ? '\0' : value.charAt(at);
    }

    boolean take(char expected) {
        if (peek() == expected && !atEnd()) {
            at++;
            return true;
        }
        return false;
    }

    boolean takeIgnoringCase(String expected) {
        if (value.regionMatches(true, at, expected, 0, expected.length())) {
            at += expected.length();
            return true;
        }
        return false;
    }

    void skipSpace() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    void expect(char expected) {
        if (!take(expected)) {
            throw malformed();
        }
    }

    void expectEnd() {
        if (!atEnd()) {
            throw malformed();
        }
    }

    /** What stands before {@code end}, which is taken too. */
    String until(char end) {
        int close = value.indexOf(end, at);
        if (close < 0) {
            throw malformed();
        }
        String text = value.substring(at, close);
        at = close + 1;
        return text;
    }

    EntityTag entityTag() {
        boolean weak = value.startsWith("W/", at);
        at += weak ? 2 : 0;
        expect('"');
        return new EntityTag(weak, until('"'));
    }

    DavException malformed() {
        return DavException.badRequest("A header is malformed.");
    }
}

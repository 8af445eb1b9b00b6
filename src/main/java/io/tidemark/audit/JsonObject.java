package io.tidemark.audit;

import java.util.HexFormat;

/**
 * A JSON object on one line, whatever its texts hold: control characters, line separators and halves of characters are
 * escaped (RFC 8259, section 7), and what is too long is cut. The platform's JSON escapes what a parser trips over, and lets
 * through what a terminal or an editor obeys: C1 controls, line separators, and characters that turn the direction of writing.
 */
final class JsonObject {

    /** As long as a text may be, in UTF-16 code units; what was cut ends with an ellipsis. */
    static final int LONGEST = 4_096;

    private static final char DELETE = 0x7F;
    private static final char LAST_CONTROL = 0x9F;
    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    private final StringBuilder json = new StringBuilder("{");

    JsonObject text(String name, String value) {
        name(name);
        quote(value);
        return this;
    }

    JsonObject number(String name, long value) {
        name(name);
        json.append(value);
        return this;
    }

    JsonObject nothing(String name) {
        name(name);
        json.append("null");
        return this;
    }

    JsonObject texts(String name, Iterable<String> values) {
        name(name);
        json.append('[');
        String comma = "";
        for (String value : values) {
            json.append(comma);
            quote(value);
            comma = ",";
        }
        json.append(']');
        return this;
    }

    private void name(String name) {
        if (json.length() > 1) {
            json.append(',');
        }
        quote(name);
        json.append(':');
    }

    private void quote(String value) {
        json.append('"');
        int end = Math.min(value.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(value.charAt(i + 1))) {
                json.append(c).append(value.charAt(++i));
            } else {
                append(c);
            }
        }
        if (end < value.length()) {
            json.append('…');
        }
        json.append('"');
    }

    private void append(char c) {
        if (c >= ' ' && c < DELETE && c != '"' && c != '\\') {
            json.append(c);
        } else if (c == '"' || c == '\\') {
            json.append('\\').append(c);
        } else if (isUnsafe(c)) {
            json.append("\\u").append(HexFormat.of().toHexDigits(c));
        } else {
            json.append(c);
        }
    }

    private static boolean isUnsafe(char c) {
        return c < ' '
                || (c >= DELETE && c <= LAST_CONTROL)
                || c == LINE_SEPARATOR
                || c == PARAGRAPH_SEPARATOR
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.FORMAT;
    }

    @Override
    public String toString() {
        return json + "}";
    }
}

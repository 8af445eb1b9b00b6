package io.tidemark.kernel.xml;

/** The characters that XML text and attribute values cannot hold as they are. */
final class Escape {

    private static final char REPLACEMENT = '\uFFFD';

    private Escape() {}

    static void text(CharSequence value, StringBuilder out) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\r' -> out.append("&#13;");
                default -> out.append(legal(value, i) ? c : REPLACEMENT);
            }
        }
    }

    static void attribute(CharSequence value, StringBuilder out) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\t' -> out.append("&#9;");
                case '\n' -> out.append("&#10;");
                case '\r' -> out.append("&#13;");
                default -> out.append(legal(value, i) ? c : REPLACEMENT);
            }
        }
    }

    /** A member's name may hold characters that no XML document can (XML 1.0, section 2.2); they must not break one. */
    private static boolean legal(CharSequence value, int i) {
        char c = value.charAt(i);
        if (c >= ' ' && c < Character.MIN_SURROGATE) {
            return true;
        }
        if (c < ' ') {
            return c == '\t' || c == '\n';
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
        }
        return c < '\uFFFE';
    }
}

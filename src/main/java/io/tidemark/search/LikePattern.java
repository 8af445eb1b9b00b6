package io.tidemark.search;

import io.tidemark.index.CaseFolding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pattern of {@code DAV:like} (RFC 5323, section 5.14): {@code %} stands for any text, {@code _} for one character, a backslash
 * takes the meaning from what follows it. Case does not matter. What it costs grows with the pattern's length times the text's.
 */
final class LikePattern {

    private static final int ANY_TEXT = -1;
    private static final int ANY_CHARACTER = -2;

    private final int[] pattern;

    LikePattern(String text) {
        int[] points = folded(text);
        int[] compiled = new int[points.length];
        int length = 0;
        for (int i = 0; i < points.length; i++) {
            if (points[i] == '\\' && i + 1 < points.length) {
                i++;
                compiled[length++] = points[i];
            } else if (points[i] == '%') {
                compiled[length++] = ANY_TEXT;
            } else {
                compiled[length++] = points[i] == '_' ? ANY_CHARACTER : points[i];
            }
        }
        pattern = Arrays.copyOf(compiled, length);
    }

    /** What stands between the wild cards, folded: each must be somewhere in a text that is like it. */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int point : pattern) {
            if (point < 0) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.appendCodePoint(point);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** Whether a text is like it. */
    boolean matches(String value) {
        int[] text = folded(value);
        int at = 0;
        int in = 0;
        // Where the last % was, and up to where it has been taken to reach.
        int star = -1;
        int reached = 0;
        while (at < text.length) {
            if (in < pattern.length && (pattern[in] == ANY_CHARACTER || pattern[in] == text[at])) {
                at++;
                in++;
            } else if (in < pattern.length && pattern[in] == ANY_TEXT) {
                star = in++;
                reached = at;
            } else if (star >= 0) {
                in = star + 1;
                at = ++reached;
            } else {
                return false;
            }
        }
        while (in < pattern.length && pattern[in] == ANY_TEXT) {
            in++;
        }
        return in == pattern.length;
    }

    private static int[] folded(String text) {
        return CaseFolding.ofPatterns(text).codePoints().toArray();
    }
}

package io.tidemark.index;

import java.util.Locale;

/** What is the same without regard to case. */
public final class CaseFolding {

    private CaseFolding() {}

    /** A text as patterns see it: what is the same in capitals is the same. */
    public static String ofPatterns(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** A text as comparisons see it that have no regard to case. */
    public static String ofComparisons(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

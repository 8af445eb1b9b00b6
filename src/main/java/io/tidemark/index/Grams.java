package io.tidemark.index;

import java.util.HashSet;
import java.util.Set;

/** Three characters in a row, by which parts of texts are found. */
final class Grams {

    private static final int LENGTH = 3;

    private Grams() {}

    /** All that a text has; none for one that is shorter. */
    static Set<String> of(String text) {
        int[] points = text.codePoints().toArray();
        Set<String> grams = new HashSet<>();
        for (int i = 0; i + LENGTH <= points.length; i++) {
            grams.add(new String(points, i, LENGTH));
        }
        return grams;
    }
}

package io.tidemark.map;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the revisions of a file become a tree. */
enum MapStyle {
    /** A folder for each revision, inside that of the revision which it follows. */
    DETAILED("detailedmap", "detailedmap"),
    /** A folder for each branch, in it one for each of its revisions. */
    BRANCH("branchmap", "branchmap"),
    /** The same, each branch's folder inside that of the branch which it left. */
    NESTED("nestedbranchmap", "nestedbranch");

    private static final String PREFIX = "dav:";

    private final String word;
    private final String otherWord;

    /** A style, with the other word that the draft has for it; or the same again. */
    MapStyle(String word, String otherWord) {
        this.word = word;
        this.otherWord = otherWord;
    }

    /** The words for it, as {@code DAV:mapstyle} holds them. */
    Stream<String> words() {
        return Stream.of(word, otherWord).distinct().map("DAV:"::concat);
    }

    /** The style that a word stands for, with {@code DAV:} before it or without. */
    static Optional<MapStyle> of(String text) {
        String local = text.toLowerCase(Locale.ROOT).startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        return Arrays.stream(values())
                .filter(style -> local.equals(style.word) || local.equals(style.otherWord))
                .findFirst();
    }
}

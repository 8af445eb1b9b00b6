package io.tidemark.index;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Says what the words of a text are: letters, marks and digits that follow one another, without regard to case. Scripts that leave
 * no space between words have each character for a word. Names, contents and what is looked for are all broken up by it.
 */
public final class WordBreaker {

    /** Of a longer word, the beginning counts. */
    private static final int LONGEST = 100;

    private static final String UNSPACED = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}";
    private static final Pattern WORD =
            Pattern.compile("[" + UNSPACED + "]|[\\p{L}\\p{M}\\p{N}&&[^" + UNSPACED + "]]+");

    private WordBreaker() {}

    /** The words of a short text, in their order. */
    public static List<String> list(String text) {
        List<String> words = new ArrayList<>();
        words(text).forEachRemaining(words::add);
        return words;
    }

    /** The words, in their order. */
    public static Iterator<String> words(String text) {
        return WORD.matcher(folded(text))
                .results()
                .map(MatchResult::group)
                .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word)
                .iterator();
    }

    /** Letters that are the same but for case, or for how they are written as characters, are the same. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
    }
}

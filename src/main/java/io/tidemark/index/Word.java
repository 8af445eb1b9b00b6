package io.tidemark.index;

import java.util.List;

/**
 * A word that is looked for.
 *
 * @param text as {@link WordBreaker} has words
 * @param beginning whether it stands for all words that begin so
 */
public record Word(String text, boolean beginning) implements Sought {

    @Override
    public List<String> texts() {
        return List.of(text);
    }
}

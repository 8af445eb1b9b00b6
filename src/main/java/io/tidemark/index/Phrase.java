package io.tidemark.index;

import java.util.List;

/**
 * Words that are looked for one right after the other, as they are written.
 *
 * @param texts two or more, as {@link WordBreaker} has words
 */
public record Phrase(List<String> texts) implements Sought {

    /** Takes a copy. */
    public Phrase {
        texts = List.copyOf(texts);
    }
}

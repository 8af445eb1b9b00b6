package io.tidemark.index;

import java.util.List;

/** What is looked for in a text: a word, or some in a row. */
public sealed interface Sought permits Word, Phrase {

    /** The words of it, as {@link WordBreaker} has them. */
    List<String> texts();
}

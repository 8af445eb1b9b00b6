package io.tidemark.index;

import java.util.Iterator;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** Puts the words of a text into a field of a document, and their stems into others beside it. */
final class WordFields {

    private static final FieldType TERMS = type(IndexOptions.DOCS);
    private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    private WordFields() {}

    private static FieldType type(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    /** Adds a field of words, or of other parts of a text, of which only is kept that they are there. */
    static void add(Document document, String field, Iterator<String> terms) {
        document.add(new Field(field, new WordStream(terms), TERMS));
    }

    /**
     * Adds the words of a text, and their stems.
     *
     * @param placed whether it is kept which word follows which
     */
    static void add(Document document, String field, String text, Languages languages, boolean placed) {
        document.add(new Field(field, new WordStream(WordBreaker.words(text)), placed ? PLACED : TERMS));
        for (Language language : languages.all()) {
            Language.Stemmer stemmer = language.stemmer();
            Iterator<String> words = WordBreaker.words(text);
            add(document, Languages.field(field, language), new Iterator<>() {

                @Override
                public boolean hasNext() {
                    return words.hasNext();
                }

                @Override
                public String next() {
                    return stemmer.stem(words.next());
                }
            });
        }
    }
}

package io.tidemark.index;

import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.GermanStemmer;

/** A language whose words are also known by their stems, so that one form of a word finds the others. */
enum Language {
    EN {
        @Override
        SnowballStemmer snowball() {
            return new EnglishStemmer();
        }
    },
    DE {
        @Override
        SnowballStemmer snowball() {
            return new GermanStemmer();
        }
    };

    abstract SnowballStemmer snowball();

    /** What finds the stems of words; for one thread. */
    Stemmer stemmer() {
        SnowballStemmer stemmer = snowball();
        return word -> {
            stemmer.setCurrent(word);
            return stemmer.stem() ? stemmer.getCurrent() : word;
        };
    }

    /** Finds stems. */
    @FunctionalInterface
    interface Stemmer {

        /** The stem of a word, which may be no word itself. */
        String stem(String word);
    }
}

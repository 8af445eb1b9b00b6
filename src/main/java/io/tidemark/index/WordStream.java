package io.tidemark.index;

import java.util.Iterator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Some words, as Lucene takes them. */
final class WordStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Iterator<String> words;

    WordStream(Iterator<String> words) {
        this.words = words;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!words.hasNext()) {
            return false;
        }
        term.append(words.next());
        return true;
    }
}

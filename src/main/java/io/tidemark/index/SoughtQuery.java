package io.tidemark.index;

import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Makes queries of what is looked for in a field of words. */
final class SoughtQuery {

    private final String field;
    private final Languages languages;

    /**
     * For a field.
     *
     * @param field in which words are as they are written; their stems are in others beside it
     */
    SoughtQuery(String field, Languages languages) {
        this.field = field;
        this.languages = languages;
    }

    /** Finds what is looked for; in a field without places of words, all words of a phrase. */
    Query of(Sought sought, boolean placed) {
        if (sought instanceof Word word) {
            return word(word);
        }
        if (placed) {
            return new PhraseQuery(field, sought.texts().toArray(String[]::new));
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        sought.texts().forEach(text -> all.add(new TermQuery(new Term(field, text)), BooleanClause.Occur.FILTER));
        return all.build();
    }

    private Query word(Word word) {
        Term term = new Term(field, word.text());
        if (word.beginning()) {
            return new PrefixQuery(term);
        }
        Map<Language, String> stems = languages.stems(word.text());
        if (stems.isEmpty()) {
            return new TermQuery(term);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder().add(new TermQuery(term), BooleanClause.Occur.SHOULD);
        stems.forEach((language, stem) ->
                any.add(new TermQuery(new Term(Languages.field(field, language), stem)), BooleanClause.Occur.SHOULD));
        return any.build();
    }
}

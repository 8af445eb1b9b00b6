package io.tidemark.index;

import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Which names are looked for: all that are meant, and perhaps some that are not. */
public final class NameQuery {

    /** Of a longer value, so many characters are terms. */
    private static final int LONGEST = 200;

    /** So many say enough: the others would only mean fewer that are not meant. */
    private static final int MOST_GRAMS = 100;

    private static final int MOST_CLAUSES = 16_384;

    static {
        // A search of a hundred conditions has more than Lucene takes unless told.
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    private final Query query;

    private NameQuery(Query query) {
        this.query = query;
    }

    Query query() {
        return query;
    }

    /** A value, or the beginning of one that is too long for a term. */
    static String term(String value) {
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    /** Those that have a value. */
    public static NameQuery eq(NameField field, String value, boolean caseless) {
        return new NameQuery(new TermQuery(
                caseless
                        ? new Term(field.caseless(), term(CaseFolding.ofComparisons(value)))
                        : new Term(field.exact(), term(value))));
    }

    /**
     * Whether there is an index for parts of texts: one of them must have three characters.
     *
     * @param parts as {@link CaseFolding#ofPatterns} folds them
     */
    public static boolean hasGrams(List<String> parts) {
        return parts.stream().anyMatch(part -> !Grams.of(part).isEmpty());
    }

    /** Those whose value has some parts. */
    public static NameQuery like(NameField field, List<String> parts) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        parts.stream()
                .flatMap(part -> Grams.of(part).stream())
                .distinct()
                .limit(MOST_GRAMS)
                .forEach(gram -> all.add(new TermQuery(new Term(field.grams(), gram)), BooleanClause.Occur.FILTER));
        return new NameQuery(all.build());
    }

    /** Those with a number between two, these included. */
    public static NameQuery between(NumberField field, long from, long to) {
        return new NameQuery(from > to ? new MatchNoDocsQuery() : LongPoint.newRangeQuery(field.field(), from, to));
    }

    /**
     * Those that show one of some contents.
     *
     * @param contents as {@link IndexedContents#all} tells them
     */
    public static NameQuery showing(long[] contents) {
        return new NameQuery(LongField.newSetQuery(NameIndex.CONTENT, contents));
    }

    /** Those in which something is of that which is looked for. */
    public static NameQuery withAny(Collection<Sought> sought, Languages languages) {
        SoughtQuery queries = new SoughtQuery(NameIndex.WORD, languages);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        sought.forEach(one -> any.add(queries.of(one, false), BooleanClause.Occur.SHOULD));
        return new NameQuery(any.build());
    }

    /** Those that all of some queries mean. */
    public static NameQuery all(List<NameQuery> queries) {
        return combined(queries, BooleanClause.Occur.FILTER);
    }

    /** Those that any of some queries means. */
    public static NameQuery any(List<NameQuery> queries) {
        return combined(queries, BooleanClause.Occur.SHOULD);
    }

    private static NameQuery combined(List<NameQuery> queries, BooleanClause.Occur occur) {
        BooleanQuery.Builder combined = new BooleanQuery.Builder();
        queries.forEach(one -> combined.add(one.query, occur));
        return new NameQuery(combined.build());
    }
}

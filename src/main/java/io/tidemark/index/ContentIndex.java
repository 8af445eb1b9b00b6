package io.tidemark.index;

import io.tidemark.content.ContentHash;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Which words are in which contents. A content is known by its hash, however many files and revisions have it. */
final class ContentIndex implements Closeable {

    /** Another when words are broken up otherwise, or other documents are read. */
    private static final String FORM = "contents 2";

    private static final String HASH = "hash";
    private static final String TEXT = "text";

    /** Lucene leaves a file alone whose name is none of its own. */
    private static final String UNREADABLE = "unreadable.tsv";

    private final LuceneIndex index;
    private final Path unreadable;
    private final Languages languages;
    private final SoughtQuery queries;

    /** The index in that directory, with the stems of some languages. */
    ContentIndex(Path place, Languages languages) throws IOException {
        this.languages = languages;
        this.queries = new SoughtQuery(TEXT, languages);
        this.unreadable = place.resolve(UNREADABLE);
        this.index = LuceneIndex.open(place, FORM + languages.form(), null);
    }

    /** What a content is known by where not all of its hash is needed: the beginning of that. */
    static long key(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }

    /** Adds a content with its text; one without words is known, too, so that nobody reads it again. */
    void add(ContentHash hash, String text) throws IOException {
        Document document = new Document();
        BytesRef key = new BytesRef(hash.bytes());
        document.add(new StringField(HASH, key, Field.Store.NO));
        document.add(new BinaryDocValuesField(HASH, key));
        WordFields.add(document, TEXT, text, languages, true);
        index.writer().updateDocument(new Term(HASH, key), document);
    }

    /** Lists a content that could not be read, for the administrator; the list lasts as long as the index. */
    void list(ContentHash hash, String holder, String reason) throws IOException {
        Files.writeString(
                unreadable,
                hash + "\t" + holder + "\t" + reason + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Forgets contents. */
    void remove(Collection<ContentHash> hashes) throws IOException {
        for (ContentHash hash : hashes) {
            index.writer().deleteDocuments(new Term(HASH, new BytesRef(hash.bytes())));
        }
    }

    /** Lets what has been added be found. */
    void refresh() throws IOException {
        index.refresh();
    }

    /** Puts what has been added on the disk. */
    void commit() throws IOException {
        index.commit(Map.of());
    }

    /** How many contents are known. */
    int size() {
        return index.ask(searcher -> searcher.getIndexReader().numDocs());
    }

    /** Those of some contents that are known. */
    Set<ContentHash> known(Collection<ContentHash> hashes) {
        return index.ask(searcher -> {
            Set<ContentHash> known = new HashSet<>();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                known.addAll(places(leaf, hashes).values());
            }
            return known;
        });
    }

    /** The known contents whose hashes come after one, in the order of hashes; a page of them. */
    List<ContentHash> after(ContentHash last, int limit) {
        return index.ask(searcher -> {
            List<ContentHash> page = new ArrayList<>();
            Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), HASH);
            if (terms == null) {
                return page;
            }
            TermsEnum all = terms.iterator();
            BytesRef from = new BytesRef(last.bytes());
            TermsEnum.SeekStatus found = all.seekCeil(from);
            BytesRef term = found == TermsEnum.SeekStatus.END ? null : all.term();
            while (term != null && page.size() < limit) {
                if (!term.equals(from)) {
                    page.add(hash(term));
                }
                term = all.next();
            }
            return page;
        });
    }

    /** Says of some contents what of that which is looked for is in them; those with nothing of it are left out. */
    Map<ContentHash, Set<Sought>> having(Collection<ContentHash> hashes, Collection<Sought> sought) {
        return index.ask(searcher -> {
            Map<ContentHash, Set<Sought>> having = new HashMap<>();
            List<SortedMap<Integer, ContentHash>> places = new ArrayList<>();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                places.add(places(leaf, hashes));
            }
            for (Sought one : sought) {
                Weight weight = weight(queries.of(one, true), searcher);
                for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                    SortedMap<Integer, ContentHash> here = places.get(leaf.ord);
                    Scorer scorer = here.isEmpty() ? null : weight.scorer(leaf);
                    if (scorer != null) {
                        find(one, scorer.iterator(), here, having);
                    }
                }
            }
            return having;
        });
    }

    private static void find(
            Sought sought,
            DocIdSetIterator found,
            SortedMap<Integer, ContentHash> places,
            Map<ContentHash, Set<Sought>> having)
            throws IOException {
        for (Map.Entry<Integer, ContentHash> place : places.entrySet()) {
            int at = found.docID() < place.getKey() ? found.advance(place.getKey()) : found.docID();
            if (at == place.getKey()) {
                having.computeIfAbsent(place.getValue(), hash -> new HashSet<>())
                        .add(sought);
            }
        }
    }

    /**
     * The contents in which all is that is looked for.
     *
     * @return the keys of them; empty when there are more than {@code most}
     */
    Optional<long[]> all(Collection<Sought> sought, int most) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        sought.forEach(one -> query.add(queries.of(one, true), BooleanClause.Occur.FILTER));
        return index.ask(searcher -> {
            if (searcher.count(query.build()) > most) {
                return Optional.empty();
            }
            LongStream.Builder all = LongStream.builder();
            Weight weight = weight(query.build(), searcher);
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Scorer scorer = weight.scorer(leaf);
                BinaryDocValues values = leaf.reader().getBinaryDocValues(HASH);
                if (scorer == null || values == null) {
                    continue;
                }
                Bits live = leaf.reader().getLiveDocs();
                DocIdSetIterator found = scorer.iterator();
                for (int at = found.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = found.nextDoc()) {
                    if ((live == null || live.get(at)) && values.advanceExact(at)) {
                        all.add(key(BytesRef.deepCopyOf(values.binaryValue()).bytes));
                    }
                }
            }
            return Optional.of(all.build().toArray());
        });
    }

    /** Where some contents are in a part of the index. */
    private static SortedMap<Integer, ContentHash> places(LeafReaderContext leaf, Collection<ContentHash> hashes)
            throws IOException {
        SortedMap<Integer, ContentHash> places = new TreeMap<>();
        Terms terms = leaf.reader().terms(HASH);
        if (terms == null) {
            return places;
        }
        TermsEnum all = terms.iterator();
        Bits live = leaf.reader().getLiveDocs();
        for (ContentHash hash : hashes) {
            if (all.seekExact(new BytesRef(hash.bytes()))) {
                PostingsEnum postings = all.postings(null, PostingsEnum.NONE);
                for (int at = postings.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = postings.nextDoc()) {
                    if (live == null || live.get(at)) {
                        places.put(at, hash);
                    }
                }
            }
        }
        return places;
    }

    private static Weight weight(Query query, IndexSearcher searcher) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    private static ContentHash hash(BytesRef bytes) {
        return ContentHash.of(BytesRef.deepCopyOf(bytes).bytes);
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}

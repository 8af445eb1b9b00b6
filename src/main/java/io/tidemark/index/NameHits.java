package io.tidemark.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/** Names that were found, a page at a time: in the order that is asked for, and among equals in that of their rows. */
public final class NameHits implements Closeable {

    private final SearcherManager searchers;
    private final IndexSearcher searcher;
    private final Sort sort;
    private Query query;
    private @Nullable ScoreDoc last;

    /** A name, and the collection that it is in. */
    public record Hit(UUID collection, String name) {}

    NameHits(SearcherManager searchers, Query query, List<NameOrder> orders) throws IOException {
        this.searchers = searchers;
        this.searcher = searchers.acquire();
        this.query = new ConstantScoreQuery(query);
        this.sort = new Sort(Stream.concat(orders.stream().map(NameOrder::field), Stream.of(NameIndex.BY_ROW))
                .toArray(SortField[]::new));
    }

    /** The next ones; fewer than {@code limit} at the end. */
    public List<Hit> next(int limit) {
        try {
            TopDocs found = searcher.searchAfter(last, query, limit, sort);
            if (found.scoreDocs.length > 0) {
                last = found.scoreDocs[found.scoreDocs.length - 1];
            }
            return read(found.scoreDocs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Leaves out the names that are in some collections. What that costs grows with the number of collections; of each, a bit is
     * kept.
     *
     * @param kept says which of some collections, a page of them, stay
     */
    public void narrow(UnaryOperator<Set<UUID>> kept) {
        try {
            HitCollections collections = HitCollections.of(searcher, query);
            collections.keep(kept);
            query = new ConstantScoreQuery(new BooleanQuery.Builder()
                    .add(query, BooleanClause.Occur.FILTER)
                    .add(collections.query(), BooleanClause.Occur.FILTER)
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is kept of each is read in the order of the index, and told in that of the search. */
    private List<Hit> read(ScoreDoc[] found) throws IOException {
        List<Integer> places = new ArrayList<>();
        Hit[] hits = new Hit[found.length];
        for (int i = 0; i < found.length; i++) {
            places.add(i);
        }
        places.sort(Comparator.comparingInt(place -> found[place].doc));
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int at = -1;
        SortedDocValues collections = null;
        SortedDocValues names = null;
        for (int place : places) {
            int document = found[place].doc;
            int leaf = ReaderUtil.subIndex(document, leaves);
            if (leaf != at || collections == null || names == null) {
                at = leaf;
                collections = leaves.get(leaf).reader().getSortedDocValues(NameIndex.COLLECTION);
                names = leaves.get(leaf).reader().getSortedDocValues(NameIndex.NAME);
            }
            int local = document - leaves.get(leaf).docBase;
            collections.advanceExact(local);
            names.advanceExact(local);
            hits[place] = new Hit(
                    NameIndex.id(collections.lookupOrd(collections.ordValue())),
                    names.lookupOrd(names.ordValue()).utf8ToString());
        }
        return List.of(hits);
    }

    @Override
    public void close() {
        try {
            searchers.release(searcher);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

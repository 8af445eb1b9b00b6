package io.tidemark.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.packed.PackedInts;

/** The collections in which names were found: a bit for each that the index knows. */
final class HitCollections {

    private static final int PAGE = 1_000;

    private final List<SortedDocValues> parts;
    private final OrdinalMap ordinals;
    private final FixedBitSet collections;

    private HitCollections(List<SortedDocValues> parts) throws IOException {
        this.parts = parts;
        this.ordinals = OrdinalMap.build(null, parts.toArray(SortedDocValues[]::new), PackedInts.DEFAULT);
        this.collections = new FixedBitSet(Math.max(1, Math.toIntExact(ordinals.getValueCount())));
    }

    /** Those of all that a query finds. */
    static HitCollections of(IndexSearcher searcher, Query query) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        List<SortedDocValues> parts = new ArrayList<>();
        for (LeafReaderContext leaf : leaves) {
            parts.add(DocValues.getSorted(leaf.reader(), NameIndex.COLLECTION));
        }
        HitCollections found = new HitCollections(parts);
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : leaves) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                found.add(leaf, scorer);
            }
        }
        return found;
    }

    private void add(LeafReaderContext leaf, Scorer scorer) throws IOException {
        SortedDocValues values = DocValues.getSorted(leaf.reader(), NameIndex.COLLECTION);
        Bits live = leaf.reader().getLiveDocs();
        DocIdSetIterator hits = scorer.iterator();
        for (int at = hits.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = hits.nextDoc()) {
            if ((live == null || live.get(at)) && values.advanceExact(at)) {
                collections.set(Math.toIntExact(ordinals.getGlobalOrds(leaf.ord).get(values.ordValue())));
            }
        }
    }

    /** Leaves out those that are not kept, which is asked a page at a time. */
    void keep(UnaryOperator<Set<UUID>> kept) throws IOException {
        Map<UUID, Integer> page = new HashMap<>();
        for (int at = next(0); at >= 0; at = next(at + 1)) {
            page.put(id(at), at);
            if (page.size() == PAGE) {
                keep(page, kept);
                page.clear();
            }
        }
        keep(page, kept);
    }

    private void keep(Map<UUID, Integer> page, UnaryOperator<Set<UUID>> kept) {
        Set<UUID> stay = kept.apply(page.keySet());
        page.forEach((id, at) -> {
            if (!stay.contains(id)) {
                collections.clear(at);
            }
        });
    }

    private int next(int from) {
        int at = from < collections.length() ? collections.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
        return at < collections.length() ? at : -1;
    }

    private UUID id(int at) throws IOException {
        int part = ordinals.getFirstSegmentNumber(at);
        return NameIndex.id(parts.get(part).lookupOrd(Math.toIntExact(ordinals.getFirstSegmentOrd(at))));
    }

    /** Finds all names that are in one of them. */
    Query query() {
        return new InCollections(this);
    }

    /** Whether one is meant, by its number in a part of the index. */
    boolean has(int part, int ordinal) {
        return collections.get(Math.toIntExact(ordinals.getGlobalOrds(part).get(ordinal)));
    }
}

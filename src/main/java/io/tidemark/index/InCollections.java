package io.tidemark.index;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/** Finds the names that are in one of some collections. It holds for the reader that these were found with, and is not kept. */
final class InCollections extends Query {

    private static final float COST_OF_LOOKING = 3;

    private final HitCollections collections;

    InCollections(HitCollections collections) {
        this.collections = collections;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {

            @Override
            public Scorer scorer(LeafReaderContext leaf) throws IOException {
                SortedDocValues values = DocValues.getSorted(leaf.reader(), NameIndex.COLLECTION);
                return new ConstantScoreScorer(this, score(), scoreMode, new TwoPhaseIterator(values) {

                    @Override
                    public boolean matches() throws IOException {
                        return collections.has(leaf.ord, values.ordValue());
                    }

                    @Override
                    public float matchCost() {
                        return COST_OF_LOOKING;
                    }
                });
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "in some collections";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InCollections query && query.collections == collections;
    }

    @Override
    public int hashCode() {
        return collections.hashCode();
    }
}

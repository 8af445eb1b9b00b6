package io.tidemark.search;

import java.util.Comparator;
import java.util.List;

/**
 * What results are ordered by (RFC 5323, section 5.6). What lacks the property comes before all that has it.
 *
 * @param ascending whether the lowest comes first
 * @param caseless whether case does not matter
 */
record Order(SearchableProperty property, boolean ascending, boolean caseless) {

    /** Compares candidates by it. */
    Comparator<Candidate> comparator() {
        Comparator<Candidate> byValue = (one, other) -> {
            List<? extends Comparable<?>> left = property.of(one);
            List<? extends Comparable<?>> right = property.of(other);
            if (left.isEmpty() || right.isEmpty()) {
                return Boolean.compare(!left.isEmpty(), !right.isEmpty());
            }
            return Condition.compare(left.get(0), right.get(0), caseless);
        };
        return ascending ? byValue : byValue.reversed();
    }
}

package io.tidemark.search;

import io.tidemark.index.CaseFolding;
import io.tidemark.index.Sought;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A condition of {@code DAV:where} (RFC 5323, section 5.5). */
sealed interface Condition {

    /** What it says of a candidate. */
    Truth of(Candidate candidate);

    /** The properties that it is about. */
    default Stream<SearchableProperty> properties() {
        return Stream.empty();
    }

    /** The words that it looks for. */
    default Stream<Sought> words() {
        return Stream.empty();
    }

    /** All of several. */
    record All(List<Condition> conditions) implements Condition {

        @Override
        public Truth of(Candidate candidate) {
            Truth truth = Truth.TRUE;
            for (Condition condition : conditions) {
                truth = truth.and(condition.of(candidate));
            }
            return truth;
        }

        @Override
        public Stream<SearchableProperty> properties() {
            return conditions.stream().flatMap(Condition::properties);
        }

        @Override
        public Stream<Sought> words() {
            return conditions.stream().flatMap(Condition::words);
        }
    }

    /** Any of several. */
    record Any(List<Condition> conditions) implements Condition {

        @Override
        public Truth of(Candidate candidate) {
            Truth truth = Truth.FALSE;
            for (Condition condition : conditions) {
                truth = truth.or(condition.of(candidate));
            }
            return truth;
        }

        @Override
        public Stream<SearchableProperty> properties() {
            return conditions.stream().flatMap(Condition::properties);
        }

        @Override
        public Stream<Sought> words() {
            return conditions.stream().flatMap(Condition::words);
        }
    }

    /** The contrary. */
    record Not(Condition condition) implements Condition {

        @Override
        public Truth of(Candidate candidate) {
            return condition.of(candidate).not();
        }

        @Override
        public Stream<SearchableProperty> properties() {
            return condition.properties();
        }

        @Override
        public Stream<Sought> words() {
            return condition.words();
        }
    }

    /**
     * How a property's value compares with another. Of several values, one is enough.
     *
     * @param caseless whether case does not matter
     */
    record Compares(SearchableProperty property, Comparison comparison, Comparable<?> value, boolean caseless)
            implements Condition {

        @Override
        public Truth of(Candidate candidate) {
            List<? extends Comparable<?>> values = property.of(candidate);
            return values.isEmpty()
                    ? Truth.UNKNOWN
                    : Truth.of(values.stream().anyMatch(found -> comparison.holds(compare(found, value, caseless))));
        }

        @Override
        public Stream<SearchableProperty> properties() {
            return Stream.of(property);
        }
    }

    /** Whether a property's value is like a pattern. */
    record Like(SearchableProperty property, LikePattern pattern) implements Condition {

        @Override
        public Truth of(Candidate candidate) {
            List<? extends Comparable<?>> values = property.of(candidate);
            return values.isEmpty()
                    ? Truth.UNKNOWN
                    : Truth.of(values.stream().anyMatch(found -> pattern.matches(found.toString())));
        }

        @Override
        public Stream<SearchableProperty> properties() {
            return Stream.of(property);
        }
    }

    /** Whether it is a collection. */
    record IsCollection() implements Condition {

        @Override
        public Truth of(Candidate candidate) {
            return Truth.of(candidate.view().collection());
        }
    }

    /** Whether it has a property. */
    record IsDefined(SearchableProperty property) implements Condition {

        @Override
        public Truth of(Candidate candidate) {
            return Truth.of(!property.of(candidate).isEmpty());
        }

        @Override
        public Stream<SearchableProperty> properties() {
            return Stream.of(property);
        }
    }

    /** Whether words are in its name or its text. */
    record Contains(Words sought) implements Condition {

        @Override
        public Truth of(Candidate candidate) {
            return Truth.of(sought.areAmong(candidate.words()));
        }

        @Override
        public Stream<Sought> words() {
            return sought.all().stream();
        }
    }

    /** Compares two values of one property, which are of one type. */
    static int compare(Comparable<?> one, Comparable<?> other, boolean caseless) {
        if (one instanceof Long number && other instanceof Long with) {
            return number.compareTo(with);
        }
        if (one instanceof Instant time && other instanceof Instant with) {
            return time.compareTo(with);
        }
        String text = one.toString();
        String with = other.toString();
        return caseless
                ? CaseFolding.ofComparisons(text).compareTo(CaseFolding.ofComparisons(with))
                : text.compareTo(with);
    }
}

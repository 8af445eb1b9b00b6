package io.tidemark.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.index.IndexedContents;
import io.tidemark.index.Languages;
import io.tidemark.search.Condition.All;
import io.tidemark.search.Condition.Any;
import io.tidemark.search.Condition.Compares;
import io.tidemark.search.Condition.Contains;
import io.tidemark.search.Condition.IsCollection;
import io.tidemark.search.Condition.Like;
import io.tidemark.search.Condition.Not;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the index can be asked for. */
class CandidateQueryTest {

    private static final Condition NAMED = eq(SearchableProperty.DISPLAYNAME, "a");
    private static final Condition COLLECTION = new IsCollection();

    static Stream<Condition> indexed() {
        return Stream.of(
                NAMED,
                eq(SearchableProperty.AUTHOR, "ann"),
                eq(SearchableProperty.REVISIONLABEL, "final"),
                new Compares(SearchableProperty.GETLASTMODIFIED, Comparison.GT, Instant.EPOCH, false),
                new Compares(SearchableProperty.GETCONTENTLENGTH, Comparison.LTE, 7L, false),
                like("%abc%"),
                like("a_bcd%"),
                new Contains(new Words("one two*")),
                new All(List.of(COLLECTION, NAMED)),
                new Any(List.of(NAMED, like("abc%"))));
    }

    static Stream<Condition> notIndexed() {
        return Stream.of(
                COLLECTION,
                like("%"),
                like("%ab%c%"),
                new Compares(SearchableProperty.DISPLAYNAME, Comparison.LT, "a", false),
                eq(SearchableProperty.ISVERSIONED, "1"),
                new Not(NAMED),
                new Any(List.of(COLLECTION, NAMED)),
                new All(List.of()),
                new All(List.of(COLLECTION, new Not(NAMED))));
    }

    @ParameterizedTest
    @MethodSource("indexed")
    void thereIsAnIndexFor(Condition condition) {
        assertThat(new CandidateQuery(new IndexedContents(), new Languages()).of(condition))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("notIndexed")
    void thereIsNoneFor(Condition condition) {
        assertThat(new CandidateQuery(new IndexedContents(), new Languages()).of(condition))
                .isEmpty();
    }

    @Test
    void someOrdersAreTheIndexes() {
        assertThat(CandidateQuery.orders(List.of(
                        new Order(SearchableProperty.GETCONTENTLENGTH, false, false),
                        new Order(SearchableProperty.DISPLAYNAME, true, false))))
                .isPresent();
        assertThat(CandidateQuery.orders(List.of(new Order(SearchableProperty.DISPLAYNAME, true, true))))
                .isEmpty();
        assertThat(CandidateQuery.orders(List.of(new Order(SearchableProperty.OWNER, true, false))))
                .isEmpty();
    }

    private static Condition eq(SearchableProperty property, String value) {
        return new Compares(property, Comparison.EQ, value, false);
    }

    private static Condition like(String pattern) {
        return new Like(SearchableProperty.DISPLAYNAME, new LikePattern(pattern));
    }
}

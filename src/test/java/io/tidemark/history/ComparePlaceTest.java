package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparePlaceTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b", "ä ö/€/𝄞"})
    void whatIsWrittenIsReadAgain(String path) {
        ComparePlace place = place(path);
        assertThat(ComparePlace.parse(place.toString())).contains(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "YQ", "_w", "=", "a b"})
    void anythingElseIsNone(String text) {
        assertThat(ComparePlace.parse(text)).isEmpty();
    }

    /** A collection comes before what is in it, and that before the next name. */
    @ParameterizedTest
    @CsvSource({
        "a, b, true",
        "a, a, false",
        "b, a, false",
        "a, a/b, true",
        "a/b, a, false",
        "a/b, a/c, true",
        "a/z, b, true",
        "b, a/z, false",
        "'', a, true",
        "B, a, true",
        "\uFFFF, 𝄞, true"
    })
    void placesHaveTheOrderInWhichTheyAreToldOf(String one, String other, boolean before) {
        assertThat(place(one).isBefore(place(other).names())).isEqualTo(before);
    }

    @Test
    void theTopHasNoNames() {
        assertThat(place("").names()).isEmpty();
        assertThat(place("a/b").name(1)).isEqualTo("b");
        assertThat(place("a/b").name(2)).isEmpty();
    }

    private static ComparePlace place(String path) {
        return new ComparePlace(path.isEmpty() ? List.of() : List.of(path.split("/", -1)));
    }
}

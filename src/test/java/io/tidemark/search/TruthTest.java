package io.tidemark.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of RFC 5323, section 5.5.4. */
class TruthTest {

    @ParameterizedTest
    @CsvSource({
        "TRUE, TRUE, TRUE, TRUE",
        "TRUE, FALSE, FALSE, TRUE",
        "TRUE, UNKNOWN, UNKNOWN, TRUE",
        "FALSE, FALSE, FALSE, FALSE",
        "FALSE, UNKNOWN, FALSE, UNKNOWN",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN",
    })
    void twoTruthsMakeOne(Truth one, Truth other, Truth and, Truth or) {
        assertThat(one.and(other)).isEqualTo(and);
        assertThat(other.and(one)).isEqualTo(and);
        assertThat(one.or(other)).isEqualTo(or);
        assertThat(other.or(one)).isEqualTo(or);
    }

    @ParameterizedTest
    @CsvSource({"TRUE, FALSE", "FALSE, TRUE", "UNKNOWN, UNKNOWN"})
    void theContraryOfWhatIsNotKnownIsNotKnown(Truth truth, Truth contrary) {
        assertThat(truth.not()).isEqualTo(contrary);
    }
}

package io.tidemark.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikePatternTest {

    @ParameterizedTest
    @CsvSource({
        "report.odt, report.odt, true",
        "REPORT%, report.odt, true",
        "%.ODT, report.odt, true",
        "%port%, report.odt, true",
        "r_port.odt, report.odt, true",
        "r_port, report.odt, false",
        "%, '', true",
        "_, '', false",
        "'', '', true",
        "'', a, false",
        "a%b%c, axxbxxc, true",
        "a%b%c, axxcxxb, false",
        "%aab, aaaab, true",
        "100\\%, 100%, true",
        "100\\%, 100x, false",
        "a\\_b, a_b, true",
        "a\\_b, axb, false",
        "a\\\\b, a\\b, true",
        "Straße, STRASSE, true",
        "_, 😀, true",
    })
    void aTextIsLikeAPatternOrNot(String pattern, String text, boolean like) {
        assertThat(new LikePattern(pattern).matches(text)).isEqualTo(like);
    }
}

package io.tidemark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
                "application/signed-exchange;v=b3;q=0.7",
                "text/plain; format=\"a,b\"; q=0.333",
                "text/html ;level=1 ; q=1.000",
            })
    void whatIsWellFormedStays(String accept) {
        assertThat(Preferences.mediaTypes(accept)).isEqualTo(accept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html, , */*|text/html, */*",
                "text/html, image/gif, *; q=.2, */*; q=.2|text/html, image/gif",
                "text/html;q=abc|''",
                "text|''",
                "text/html;q=2, text/plain|text/plain",
                "\u00e4/\u00e4, text/plain|text/plain",
                "text/plain; a=\"b, text/html|''",
                ",,,|''",
                "''|''",
            })
    void whatIsNoneGoes(String accept, String left) {
        assertThat(Preferences.mediaTypes(accept)).isEqualTo(left);
    }

    @Test
    void otherListsAreReadAlike() {
        assertThat(Preferences.languages("de-CH, x;q=, *;q=0.1, \u00e4")).isEqualTo("de-CH, *;q=0.1");
        assertThat(Preferences.tokens("gzip;q=1.0, br; q=x, *")).isEqualTo("gzip;q=1.0, *");
        assertThat(Preferences.cookies("a=b; c=\u00e4; d=\"e\"; f=\u0001")).isEqualTo("a=b; d=\"e\"");
        assertThat(Preferences.cookies("a=b;c=d")).isEqualTo("a=b;c=d");
    }

    /** Nothing that a client sends takes long to look at: a tenth of a second, where squares would take an hour. */
    @ParameterizedTest
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @ValueSource(strings = {"a/b;", "\"", ",\"", "a/b;a=\"", "a/b;a=b", " ", "\\\"", ",", ";a=\"\\"})
    void longListsAreReadInTheirLength(String piece) {
        String list = "a/b" + piece.repeat(2_000_000 / piece.length());
        for (UnaryOperator<String> read :
                List.<UnaryOperator<String>>of(Preferences::mediaTypes, Preferences::tokens, Preferences::cookies)) {
            assertThat(read.apply(list)).hasSizeLessThanOrEqualTo(2 * list.length());
        }
    }
}

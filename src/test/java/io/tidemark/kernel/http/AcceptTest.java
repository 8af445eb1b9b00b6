package io.tidemark.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/zip                              | application/zip",
                "APPLICATION/ZIP ; q=0.5                      | application/zip",
                "application/x-tar;q=0.2, application/zip     | application/zip",
                "application/zip;q=0.2,application/x-tar;q=.9 | application/x-tar",
                "text/html, , application/zip                 | application/zip",
                "application/zip;q=abc                        | application/zip",
                "application/zip;v=1;q=0, application/x-tar   | application/x-tar"
            })
    void namesTheMostWantedFirst(String header, String first) {
        assertThat(Accept.parse(header).firstOf(List.of("application/zip", "application/x-tar")))
                .contains(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "application/zip;q=0", "zip", "  ,;", ""})
    void whatIsNotNamedIsNotWanted(String header) {
        assertThat(Accept.parse(header).names("application/zip")).isFalse();
    }

    @Test
    void noHeaderNamesNothing() {
        assertThat(Accept.parse(null).types()).isEmpty();
    }
}

package io.tidemark.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    Sun, 06 Nov 1994 08:49:37 GMT    | 1994-11-06T08:49:37Z
                    Sunday, 06-Nov-94 08:49:37 GMT   | 1994-11-06T08:49:37Z
                    Sun Nov  6 08:49:37 1994         | 1994-11-06T08:49:37Z
                    Sun Nov 6 08:49:37 1994          | 1994-11-06T08:49:37Z
                    Wed Nov 16 08:49:37 1994         | 1994-11-16T08:49:37Z
                    Thu, 29 Feb 2024 23:59:59 GMT    | 2024-02-29T23:59:59Z
                    Thursday, 01-Jan-70 00:00:00 GMT | 1970-01-01T00:00:00Z
                    Wednesday, 01-Jan-20 00:00:00 GMT| 2020-01-01T00:00:00Z
                    """)
    void allThreeFormsAreRead(String header, Instant instant) {
        assertThat(HttpDate.parse(header)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "0",
                "1994-11-06T08:49:37Z",
                "Sun, 06 Nov 1994 08:49:37",
                "Sun, 06 Nov 1994 08:49:37 CET",
                "Sun, 31 Feb 1994 08:49:37 GMT",
                "Mon, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 25:49:37 GMT"
            })
    void whatIsNoDateIsIgnored(String header) {
        assertThat(HttpDate.parse(header)).isEmpty();
    }

    @Test
    void anAbsentHeaderIsNoDate() {
        assertThat(HttpDate.parse(null)).isEmpty();
    }

    @Test
    void namesAreEnglishWhateverTheMachineSpeaks() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            IntStream.rangeClosed(1, 12).forEach(month -> {
                var day = LocalDate.of(2023, month, 15).atStartOfDay().toInstant(ZoneOffset.UTC);
                assertThat(HttpDate.format(day)).contains(" 15 " + MONTHS.get(month - 1) + " 2023 ");
                assertThat(HttpDate.parse(HttpDate.format(day))).contains(day);
            });
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void fractionsOfASecondAreNotWritten() {
        assertThat(HttpDate.format(Instant.parse("1994-11-06T08:49:37.999Z")))
                .isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    }
}

package io.tidemark.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of finding; {@code PageIT} holds the page's reader to the same table. */
class FindQueryTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/find/queries.tsv", delimiter = '\t', quoteCharacter = '`')
    void aQueryMeansACondition(String query, String condition) {
        FindQuery reader = new FindQuery(ZoneOffset.UTC);
        if (condition.equals("-")) {
            assertThatThrownBy(() -> reader.condition(query)).isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThat(reader.condition(query)).isEqualTo(condition);
        }
    }

    @Test
    void daysBeginWhereOneIs() {
        assertThat(new FindQuery(ZoneId.of("Europe/Berlin")).condition("after:2026-07-01"))
                .contains("2026-06-30T22:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "report, report",
        "annual report, \"annual report\"",
        "name:annual report, name:\"annual report\"",
        "\"annual report\" x, \"annual report\" x",
        "a: b, \"a: b\"",
    })
    void anArgumentWithSpacesWasBetweenQuotationMarks(String argument, String text) {
        assertThat(FindQuery.text(List.of(argument))).isEqualTo(text);
    }
}

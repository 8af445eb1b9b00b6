package io.tidemark.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.index.Languages;
import io.tidemark.kernel.error.DavException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "annual report, Report-annual_2026.odt, true",
        "annual, annually.odt, false",
        "annual*, annually.odt, true",
        "rep* 2026, report 2026, true",
        "rep* 2027, report 2026, false",
        "überblick, ÜBERBLICK.txt, true",
        "a+b OR (c), a b or c, true",
        "odt, report.odt, true",
        "\"annual report\", 2026-annual-report.odt, true",
        "\"annual report\", report-annual.odt, false",
        "\"annual rep*\", annual-report.odt, false",
        "\"report\" annual, annual-report.odt, true",
        "5\" report, report 5, true",
        "\"\" report, report, true",
        "\"one\"two, two-one, true",
    })
    void allWordsAreInANameOrNot(String text, String name, boolean found) {
        Words words = new Words(text);
        assertThat(words.areAmong(new Languages().in(name, words.all()))).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "reports, en, annual-report, true",
        "reporting, de, annual-report, false",
        "reporting, 'de,en', Reported, true",
        "häuser, de, das Haus, true",
        "rechnungen, de, Rechnung.pdf, true",
        "\"annual reports\", en, annual-report, false",
    })
    void otherFormsOfAWordAreInANameInTheLanguagesThatAreSet(
            String text, String languages, String name, boolean found) {
        Words words = new Words(text);
        assertThat(words.areAmong(new Languages(Optional.of(languages)).in(name, words.all())))
                .isEqualTo(found);
    }

    @Test
    void aLanguageMustBeKnown() {
        assertThatThrownBy(() -> new Languages(Optional.of("en,xx"))).hasMessageContaining("xx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "*", "-- !", "\"\"", "\"*\""})
    void thereMustBeWords(String words) {
        assertThatThrownBy(() -> new Words(words))
                .isInstanceOfSatisfying(
                        DavException.class, e -> assertThat(e.status()).isEqualTo(422));
    }

    @Test
    void thereMustNotBeTooMany() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 65; i++) {
            words.append("word").append(i).append(' ');
        }
        assertThatThrownBy(() -> new Words(words.toString())).isInstanceOf(DavException.class);
    }
}

package io.tidemark.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    private final Placeholders placeholders = new Placeholders();

    @Test
    void aNameTakesWhatItMeetsAndThenStandsForIt() {
        assertThat(placeholders.match("<{token}>", "<urn:uuid:1>")).isTrue();
        assertThat(placeholders.fillWhole("({token})")).isEqualTo("(urn:uuid:1)");
        assertThat(placeholders.match("{token}", "urn:uuid:1")).isTrue();
        assertThat(placeholders.match("{token}", "urn:uuid:2")).isFalse();
    }

    @Test
    void whatDoesNotMatchIsNotTaken() {
        assertThat(placeholders.match("a{x}b", "ac")).isFalse();
        assertThatThrownBy(() -> placeholders.fillWhole("{x}")).hasMessageContaining("{x}");
    }

    @Test
    void aStarTakesAnythingAgainAndAgain() {
        assertThat(placeholders.match("{*}PUT{*}", "GET, PUT")).isTrue();
        assertThat(placeholders.match("{*}PUT{*}", "PUT")).isTrue();
        assertThat(placeholders.match("{*}PUT{*}", "GET")).isFalse();
    }

    @Test
    void aLetterCanBeRepeated() {
        assertThat(placeholders.fillWhole("/{a*3}/{b*2}")).isEqualTo("/aaa/bb");
    }

    @Test
    void everythingElseIsMeantAsItStands() {
        assertThat(placeholders.match("a.c", "abc")).isFalse();
        assertThat(placeholders.match("{DAV:}a", "{DAV:}a")).isTrue();
    }
}

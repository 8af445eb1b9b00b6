package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @Test
    void isOnAServerThatIsNamedBeforeAColon() throws FailedException {
        assertThat(Place.parse("work:/a/b/")).isEqualTo(new Place("work", "a/b", true));
        assertThat(Place.parse("/work:/a")).isEqualTo(new Place("", "work:/a", false));
        assertThat(Place.parse("c:a")).isEqualTo(new Place("", "c:a", false));
    }

    @Test
    void takesNamesAsTheyAre() throws FailedException {
        Place place = Place.parse("/100%25 für alle/a\nb?#*");
        assertThat(place.path()).isEqualTo("100%25 für alle/a\nb?#*");
        assertThat(place.name()).isEqualTo("a\nb?#*");
        assertThat(place).hasToString("/100%25 für alle/a\\nb?#*");
        assertThat(place.parent().plain()).isEqualTo("/100%25 für alle/");
    }

    @Test
    void saysNothingToTheTerminal() {
        assertThat(Output.shown("a\u001b[2Jb\u202ec\u009b")).isEqualTo("a\\u001b[2Jb\\u202ec\\u009b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a/../b", "..", "/a\0b"})
    void isRefusedWhereItLeadsElsewhere(String text) {
        assertThatThrownBy(() -> Place.parse(text)).isInstanceOf(FailedException.class);
    }

    @Test
    void jsonIsOnOneLine() {
        assertThat(Json.of(Output.object("a", "x\"\\\n\u0001\uD83D", "b", null, "c", List.of(1, true))))
                .isEqualTo("{\"a\":\"x\\\"\\\\\\n\\u0001\\ud83d\",\"c\":[1,true]}");
    }
}

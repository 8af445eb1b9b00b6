package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** States as people say them, on a day in Berlin. */
class StateTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T09:00:00Z"), ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "V3, <D:revisionid>V3</D:revisionid>",
        "release-1, <D:revisionid>release-1</D:revisionid>",
        "a<b&c, <D:revisionid>a&lt;b&amp;c</D:revisionid>",
        "label:yesterday, <D:revisionid>yesterday</D:revisionid>",
        "now, <T:now/>",
        "yesterday, <T:time>2026-11-29T09:00:00Z</T:time>",
        "today, <T:time>2026-11-29T23:00:00Z</T:time>",
        "2026-07-01, <T:time>2026-06-30T22:00:00Z</T:time>",
        "2026-11-28T12:00, <T:time>2026-11-28T11:00:00Z</T:time>",
        "2026-11-28T12:00:30.5, <T:time>2026-11-28T11:00:30.500Z</T:time>",
        "2026-11-28T12:00Z, <T:time>2026-11-28T12:00:00Z</T:time>",
        "2026-11-28T12:00:00+02:00, <T:time>2026-11-28T10:00:00Z</T:time>",
        "change:01a2, <T:change>01a2</T:change>",
        "before:01a2, '<T:change before=\"1\">01a2</T:change>'",
    })
    void isReadAsItIsSaid(String text, String xml) throws FailedException {
        assertThat(State.parse(text, CLOCK).xml()).isEqualTo(xml);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "label:", "change:", "before:", "2026-02-30", "2026-11-28T25:00"})
    void isRefusedWhereItIsNone(String text) {
        assertThatThrownBy(() -> State.parse(text, CLOCK))
                .isInstanceOfSatisfying(
                        FailedException.class, e -> assertThat(e.exit()).isEqualTo(Exit.USAGE));
    }

    @Test
    void standsInAHeaderInAscii() throws FailedException {
        assertThat(State.parse("100% für\nalle", CLOCK).revisionId()).isEqualTo("100%25%20f%C3%BCr%0Aalle");
        assertThat(State.parse("2026-11-28T12:00Z", CLOCK).revisionId()).isEqualTo("Time(2026-11-28T12:00:00Z)");
    }

    @ParameterizedTest
    @CsvSource({
        "/plans/a.txt@V1, /plans/a.txt, V1",
        "plans//a.txt, /plans/a.txt, now",
        "/a@b/c, /a@b/c, now",
        "/a@b@now, /a@b, now",
        "/a@b@V2, /a@b, V2",
        "/plans/@yesterday, /plans/, 2026-11-29T09:00:00Z",
        "/@V1, /, V1",
    })
    void standsBehindTheLastAtSign(String text, String path, String state) throws FailedException {
        Place.At at = Place.At.parse(text, CLOCK);
        assertThat(at.place().plain()).isEqualTo(path);
        assertThat(at.state()).hasToString(state);
    }
}

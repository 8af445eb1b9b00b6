package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateTest {
    @Test
    void eachKindIsRead() {
        assertThat(state("<T:now/>")).isEqualTo(State.NOW);
        assertThat(state("<T:time>2026-11-28T13:00:00+01:00</T:time>"))
                .isEqualTo(new State.AtTime(Instant.parse("2026-11-28T12:00:00Z")));
        assertThat(state("<D:sync-token>urn:t</D:sync-token>")).isEqualTo(new State.AtToken("urn:t"));
        assertThat(state("<T:change>x</T:change>")).isEqualTo(new State.AtChange("x", false));
        assertThat(state("<T:change before=\"1\"> x </T:change>")).isEqualTo(new State.AtChange("x", true));
        assertThat(state("<D:revisionid>a label</D:revisionid>")).isEqualTo(new State.OfRevision("a label"));
        assertThat(state("<D:href>/files/a</D:href>")).isEqualTo(new State.Elsewhere("/files/a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "<T:now/><T:now/>",
                "<D:now/>",
                "<T:time/>",
                "<T:time>2026-11-28</T:time>",
                "<T:time>2026-11-28T12:00:00</T:time>",
                "<T:time>+12026-11-28T12:00:00Z</T:time>",
                "<T:change/>",
                "<T:change before=\"yes\">x</T:change>",
                "<D:revisionid>Time(2026-11-28T12:00:00Z)</D:revisionid>",
                "<D:href/>"
            })
    void whatIsNoneIsRefused(String content) {
        assertThatThrownBy(() -> state(content))
                .isInstanceOfSatisfying(
                        DavException.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(422));
    }

    private static State state(String content) {
        String xml = "<T:to xmlns:T=\"urn:tidemark:dav\" xmlns:D=\"DAV:\">" + content + "</T:to>";
        XmlElement element = new XmlReader(1 << 20, 100, 10_000)
                .read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return State.in(element);
    }
}

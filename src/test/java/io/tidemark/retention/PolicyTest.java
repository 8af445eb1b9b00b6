package io.tidemark.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.XmlReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which policies make sense. */
class PolicyTest {
    private static Policy parse(String content) {
        String xml = "<T:retention xmlns:T='urn:tidemark:dav'>" + content + "</T:retention>";
        return Policy.parse(
                new XmlReader(100_000, 10, 1_000).read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aPolicyIsRead() {
        Policy policy =
                parse("<T:session>PT1H</T:session><T:keep for='P7D' every='all'/><T:keep for='ever' every='P1M'/>");
        assertThat(policy.session()).isEqualTo(Duration.ofHours(1));
        assertThat(policy.keeps())
                .containsExactly(
                        new Policy.Keep(Duration.ofDays(7), null),
                        new Policy.Keep(null, Duration.ofSeconds(2_629_746)));
        assertThat(parse("").keeps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "P1D, 86400",
        "P1W, 604800",
        "PT90M, 5400",
        "P1DT12H, 129600",
        "PT1S, 1",
        "P1Y, 31556952",
        "P0Y1D, 86400",
    })
    void durationsAreRead(String text, long seconds) {
        assertThat(Spans.parse(text)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "P1",
                "1D",
                "P1H",
                "-P1D",
                "P-1D",
                "P0D",
                "PT0S",
                "P1DT",
                "P1.5D",
                "p1d",
                "P1W1D",
                "P1001Y",
                "P9999999D"
            })
    void whatIsNoDurationIsNone(String text) {
        assertThat(Spans.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "<T:session/>",
                "<T:session>an hour</T:session>",
                "<T:session>PT1H</T:session><T:session>PT2H</T:session>",
                "<T:keep/>",
                "<T:keep for='P1D'/>",
                "<T:keep every='P1D'/>",
                "<T:keep for='all' every='ever'/>",
                "<T:keep for='P1D' every='P2D'/>",
                "<T:keep for='P1D' every='P0D'/>",
                "<T:keep for='P1D' every='all'>x</T:keep>",
                "<T:other/>",
                "<D:keep xmlns:D='DAV:' for='P1D' every='all'/>",
            })
    void nonsenseIsRefused(String content) {
        assertThatThrownBy(() -> parse(content))
                .isInstanceOfSatisfying(
                        DavException.class,
                        refused -> assertThat(refused.status()).isEqualTo(409));
    }
}

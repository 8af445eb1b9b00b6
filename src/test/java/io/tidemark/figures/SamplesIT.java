package io.tidemark.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.figures.Figure.Interval;
import io.tidemark.harness.Dav;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What samples say of a store that is known. */
@ArquillianTest
class SamplesIT {

    private static final int LENGTH = 10_000;

    @Inject
    private Samples samples;

    @ParameterizedTest
    @EnumSource(Interval.class)
    void eachFigureIsFoundOutAtItsInterval(Interval interval) {
        var expected = Arrays.stream(Figure.values())
                .filter(figure -> figure.interval() == interval && interval != Interval.NOW)
                .collect(Collectors.toSet());

        assertThat(samples.of(interval).keySet()).isEqualTo(expected);
        assertThat(samples.of(interval).values())
                .allSatisfy(value -> assertThat(value).isGreaterThanOrEqualTo(0));
    }

    @Test
    void whatIsOverwrittenUnderVersionControlIsHistory() {
        Dav writer = Dav.as("writer");
        String file = "/files/sampled-" + UUID.randomUUID();
        double live = samples.of(Interval.CONTENT).get(Figure.CONTENT_LIVE);
        double history = samples.of(Interval.CONTENT).get(Figure.CONTENT_HISTORY);

        writer.request("PUT", file).body(text('a')).send().expect(201);
        writer.request("VERSION-CONTROL", file).send();
        writer.request("VERSION", file).send();
        writer.request("PUT", file).body(text('b')).send().expect(204);

        assertThat(samples.of(Interval.CONTENT).get(Figure.CONTENT_LIVE)).isEqualTo(live + LENGTH);
        assertThat(samples.of(Interval.CONTENT).get(Figure.CONTENT_HISTORY)).isEqualTo(history + LENGTH);
    }

    @Test
    void locksAreCountedWhileTheyHold() {
        Dav writer = Dav.as("writer");
        String file = "/files/sampled-" + UUID.randomUUID();
        double before = samples.of(Interval.MINUTE).get(Figure.LOCKS);

        writer.request("LOCK", file)
                .body(
                        "<lockinfo xmlns='DAV:'><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>")
                .send()
                .expect(201);

        assertThat(samples.of(Interval.MINUTE).get(Figure.LOCKS)).isEqualTo(before + 1);
    }

    /** A text that nobody else has stored. */
    private static String text(char letter) {
        String unique = UUID.randomUUID().toString();
        return unique + String.valueOf(letter).repeat(LENGTH - unique.length());
    }
}

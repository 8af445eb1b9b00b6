package io.tidemark.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void whoIsThroughInAMinuteMayBeAsSlowAsHeLikes() {
        assertThat(Pace.isTooSlow(1, seconds(60))).isFalse();
        assertThat(Pace.isTooSlow(1, seconds(61))).isTrue();
    }

    @Test
    void whoTakesLongerGoesOnAllTheTime() {
        assertThat(Pace.isTooSlow(1_024 * 3_600, seconds(3_600))).isFalse();
        assertThat(Pace.isTooSlow(1_024 * 3_600 - 1, seconds(3_600))).isTrue();
    }

    private static long seconds(int seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}

package io.tidemark.kernel.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void aRequestGoesOnWhileThereIsTime() {
        assertThatCode(() -> patience(Duration.ofDays(1)).require()).doesNotThrowAnyException();
    }

    @Test
    void aRequestThatTakesTooLongIsTooLarge() {
        DavException refused = catchThrowableOfType(
                DavException.class, () -> patience(Duration.ofNanos(-1)).require());
        assertThat(refused.status()).isEqualTo(507);
        assertThat(refused.condition()).isEqualTo(Conditions.TOO_MANY_MEMBERS);
    }

    private static Patience patience(Duration time) {
        return new Patience(time, Conditions.TOO_MANY_MEMBERS);
    }
}

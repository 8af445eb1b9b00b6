package io.tidemark.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.kernel.error.DavException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void whatSucceedsRunsOnce() {
        assertThat(Retry.<String>transaction(failing(0, Collision::new))).isEqualTo("done");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void aCollisionRunsAgain() {
        assertThat(Retry.<String>transaction(failing(3, Collision::new))).isEqualTo("done");
        assertThat(attempts).hasValue(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "23505", "23503", "23506", "HYT00", "90131"})
    void whatTheDatabaseEndedForAnotherTransactionRunsAgain(String state) {
        Supplier<RuntimeException> failure =
                () -> new IllegalStateException(new RuntimeException(new SqlFailure(new SQLException("", state))));
        assertThat(Retry.<String>transaction(failing(1, failure))).isEqualTo("done");
        assertThat(attempts).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42601", "08006", "22001"})
    void whatWouldFailAgainDoesNotRunAgain(String state) {
        Supplier<RuntimeException> failure = () -> new SqlFailure(new SQLException("", state));
        assertThatThrownBy(() -> Retry.<String>transaction(failing(1, failure))).isInstanceOf(SqlFailure.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void aRefusalIsAnAnswer() {
        assertThatThrownBy(() -> Retry.<String>transaction(failing(1, DavException::preconditionFailed)))
                .isInstanceOf(DavException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void afterSeveralCollisionsItGivesUp() {
        assertThatThrownBy(() -> Retry.<String>transaction(failing(Integer.MAX_VALUE, Collision::new)))
                .isInstanceOf(Collision.class);
        assertThat(attempts.get()).isBetween(2, 100);
    }

    private Supplier<String> failing(int times, Supplier<? extends RuntimeException> failure) {
        return () -> {
            if (attempts.incrementAndGet() <= times) {
                throw failure.get();
            }
            return "done";
        };
    }
}

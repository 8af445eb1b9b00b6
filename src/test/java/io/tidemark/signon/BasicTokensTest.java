package io.tidemark.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.harness.Eventually;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BasicTokensTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final BasicCredentials ADA = new BasicCredentials("ada", "right");

    private final AtomicInteger asked = new AtomicInteger();
    private Duration life = Duration.ofMinutes(5);
    private Thinking thinking = () -> {};

    /** What the provider does before it answers. */
    private interface Thinking {
        void run() throws InterruptedException;
    }

    private final OpenIdProvider provider = new OpenIdProvider() {
        @Override
        Optional<Token> ask(BasicCredentials credentials) throws IOException {
            int number = asked.incrementAndGet();
            try {
                thinking.run();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            if (credentials.password().equals("unanswered")) {
                throw new IOException("no answer");
            }
            return credentials.password().equals("right")
                    ? Optional.of(new Token(credentials.user() + number, life))
                    : Optional.empty();
        }
    };

    @Test
    void theProviderIsAskedOncePerMinute() throws IOException {
        var tokens = new BasicTokens(MINUTE, provider);
        assertThat(tokens.token(ADA)).contains("ada1");
        assertThat(tokens.token(ADA)).contains("ada1");
        assertThat(tokens.token(new BasicCredentials("bob", "right"))).contains("bob2");
    }

    /** The second request comes while the provider thinks about the first, and waits, or asks as well: nothing else can happen. */
    @Test
    void requestsThatComeAtOnceAskOnce() throws Exception {
        var asking = new CountDownLatch(1);
        var mayAnswer = new CountDownLatch(1);
        thinking = () -> {
            asking.countDown();
            mayAnswer.await();
        };
        var tokens = new BasicTokens(MINUTE, provider);
        var first = new FutureTask<>(() -> tokens.token(ADA));
        var second = new FutureTask<>(() -> tokens.token(ADA));
        new Thread(first).start();
        asking.await();
        Thread waiting = new Thread(second);
        waiting.start();
        Eventually.become("waiting", () -> waiting.getState() == Thread.State.BLOCKED || asked.get() > 1);
        mayAnswer.countDown();
        assertThat(first.get()).contains("ada1");
        assertThat(second.get()).contains("ada1");
        assertThat(asked).hasValue(1);
    }

    @Test
    void afterItsTimeAPasswordIsAskedForAgain() throws IOException {
        var tokens = new BasicTokens(Duration.ZERO, provider);
        assertThat(tokens.token(ADA)).contains("ada1");
        assertThat(tokens.token(ADA)).contains("ada2");
    }

    @Test
    void aTokenThatEndsIsNotKept() throws IOException {
        var tokens = new BasicTokens(MINUTE, provider);
        life = Duration.ofSeconds(5);
        assertThat(tokens.token(ADA)).contains("ada1");
        assertThat(tokens.token(ADA)).contains("ada2");
    }

    @Test
    void whatIsWrongIsNotKeptAndSpoilsNothing() throws IOException {
        var tokens = new BasicTokens(MINUTE, provider);
        assertThat(tokens.token(ADA)).contains("ada1");
        assertThat(tokens.token(new BasicCredentials("ada", "wrong"))).isEmpty();
        assertThat(tokens.token(new BasicCredentials("ada", "wrong"))).isEmpty();
        assertThat(asked).hasValue(3);
        assertThat(tokens.token(ADA)).contains("ada1");
    }

    @Test
    void noAnswerIsNoVerdict() {
        var tokens = new BasicTokens(MINUTE, provider);
        assertThatThrownBy(() -> tokens.token(new BasicCredentials("ada", "unanswered")))
                .isInstanceOf(IOException.class);
    }
}

package io.tidemark.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BasicTokensTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final BasicCredentials ADA = new BasicCredentials("ada", "right");

    private final AtomicInteger asked = new AtomicInteger();
    private Duration life = Duration.ofMinutes(5);

    private final OpenIdProvider provider = new OpenIdProvider() {
        @Override
        Optional<Token> ask(BasicCredentials credentials) throws IOException {
            int number = asked.incrementAndGet();
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

    @Test
    void requestsThatComeAtOnceAskOnce() throws Exception {
        var tokens = new BasicTokens(MINUTE, provider);
        var threads = Executors.newFixedThreadPool(16);
        List<Callable<Optional<String>>> requests = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            requests.add(() -> tokens.token(ADA));
        }
        for (Future<Optional<String>> answer : threads.invokeAll(requests)) {
            assertThat(answer.get()).contains("ada1");
        }
        threads.shutdown();
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

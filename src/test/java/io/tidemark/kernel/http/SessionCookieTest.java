package io.tidemark.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionCookieTest {

    @Test
    void itIsFoundAmongOthers() {
        assertThat(SessionCookie.of(List.of("a=b; tidemark-session=x", "c=d"), false))
                .contains("x");
        assertThat(SessionCookie.of(List.of("a=b", "xtidemark-session=x"), false))
                .isEmpty();
        assertThat(SessionCookie.of(List.of(), false)).isEmpty();
    }

    @Test
    void theStrictNameWins() {
        assertThat(SessionCookie.of(List.of("tidemark-session=x; __Host-tidemark-session=y"), false))
                .contains("y");
    }

    @Test
    void underTlsTheStrictNameAloneCounts() {
        assertThat(SessionCookie.of(List.of("tidemark-session=x"), true)).isEmpty();
        assertThat(SessionCookie.isIn(List.of("tidemark-session=x"))).isTrue();
        assertThat(SessionCookie.of(List.of("__Host-tidemark-session=y"), true)).contains("y");
    }

    @Test
    void itSaysHowItIsToBeKept() {
        assertThat(SessionCookie.begin("x", Duration.ofHours(12), true))
                .isEqualTo("__Host-tidemark-session=x; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict; Secure");
        assertThat(SessionCookie.begin("x", Duration.ofHours(12), false))
                .isEqualTo("tidemark-session=x; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict");
    }
}

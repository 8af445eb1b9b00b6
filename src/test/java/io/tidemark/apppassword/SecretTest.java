package io.tidemark.apppassword;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void whatIsMadeIsRead() {
        Set<String> selectors = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            Secret made = Secret.random(random);
            assertThat(Secret.parse(made.text())).contains(made);
            assertThat(selectors.add(made.selector())).isTrue();
        }
    }

    @Test
    void onlyItselfMatches() {
        Secret made = Secret.random(random);
        assertThat(made.matches(made.hash())).isTrue();
        assertThat(new Secret(made.selector(), Secret.random(random).key()).matches(made.hash()))
                .isFalse();
    }

    @Test
    void itDoesNotShow() {
        Secret made = Secret.random(random);
        assertThat(made).asString().contains(made.selector()).doesNotContain(made.key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tm_",
                "writer",
                "tm_0123456789abcdef_0123456789abcdef0123456789abcde",
                "tm_0123456789abcdef_0123456789abcdef0123456789abcdef0",
                "tm_0123456789abcdeF_0123456789abcdef0123456789abcdef",
                "tm_0123456789abcdef-0123456789abcdef0123456789abcdef",
                "TM_0123456789abcdef_0123456789abcdef0123456789abcdef"
            })
    void anythingElseIsNone(String password) {
        assertThat(Secret.parse(password)).isEmpty();
    }
}

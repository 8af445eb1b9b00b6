package io.tidemark.signon;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {
    @Test
    void aPasswordMayHoldColonsAndAnyLetter() {
        var ada = new BasicCredentials("ada", "a:b:ä€");
        assertThat(BasicCredentials.parse(Dav.basic("ada", "a:b:ä€"))).contains(ada);
        assertThat(BasicCredentials.parse(Dav.basic("ada", "a:b:ä€").replace("Basic", "bASIC")))
                .contains(ada);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic !", "Basic YWRh", "Bearer YTpi", "Digest a=b"})
    void whatIsMalformedOrOfAnotherSchemeIsNone(String header) {
        assertThat(BasicCredentials.parse(header)).isEmpty();
    }

    @Test
    void thePasswordDoesNotShow() {
        assertThat(new BasicCredentials("ada", "hidden")).asString().doesNotContain("hidden");
    }
}

package io.tidemark.signon;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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

    @Test
    void whatIsNotUtf8IsLatin1() {
        String header =
                "Basic " + Base64.getEncoder().encodeToString("ada:größe".getBytes(StandardCharsets.ISO_8859_1));
        var ada = new BasicCredentials("ada", "größe");
        assertThat(BasicCredentials.parse(header)).contains(ada);
        assertThat(ada.header()).isEqualTo(Dav.basic("ada", "größe"));
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

package io.tidemark.kernel.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void isTheSameForEqualSecretsOnlyAndInOneProcessOnly() {
        var fingerprint = new Fingerprint();
        String secret = fingerprint.of("secret");
        assertThat(secret).isEqualTo(fingerprint.of("secret")).matches("[0-9a-f]{64}");
        assertThat(fingerprint.of("secres")).isNotEqualTo(secret);
        assertThat(fingerprint.of("")).isNotEqualTo(secret);
        assertThat(new Fingerprint().of("secret")).isNotEqualTo(secret);
    }
}

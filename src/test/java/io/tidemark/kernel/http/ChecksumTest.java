package io.tidemark.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {
    @ParameterizedTest
    @CsvSource({
        "MD5:aa,MD5,aa",
        "md5:AA,MD5,aa",
        "SHA1:0f,SHA-1,0f",
        "SHA256:0f,SHA-256,0f",
        "SHA512:0f,SHA-512,0f",
        "SHA3-256:0f,SHA3-256,0f",
        "ADLER32:12345678,ADLER32,12345678",
    })
    void namesAreThoseThatClientsWrite(String header, String algorithm, String value) {
        assertThat(Checksum.parse(header)).containsExactly(new Checksum(algorithm, value));
    }

    @Test
    void severalAreSeparatedByWhiteSpace() {
        assertThat(Checksum.parse("SHA1:01  MD5:02"))
                .containsExactly(new Checksum("SHA-1", "01"), new Checksum("MD5", "02"));
    }

    @Test
    void whatCannotBeVerifiedIsLeftOut() {
        assertThat(Checksum.parse("CRC99:01 MD5:02")).containsExactly(new Checksum("MD5", "02"));
        assertThat(Checksum.parse(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MD5", "MD5:", ":aa", "MD5:xyz", "MD5=aa", "MD5: aa", "MD5:aa SHA1"})
    void whatIsMalformedIsRefused(String header) {
        Refusal.expect(400, () -> Checksum.parse(header));
    }
}

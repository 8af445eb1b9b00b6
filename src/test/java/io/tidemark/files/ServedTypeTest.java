package io.tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.Versioning;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedTypeTest {
    private final ServedType types = new ServedType();

    /** Such types were stored once, and could never be read. */
    @ParameterizedTest
    @CsvSource({
        "text/plain; charset=,application/octet-stream",
        "text/plain; charset,application/octet-stream",
        "undefined,application/octet-stream",
        "text/plain,text/plain; charset=utf-8",
        "text/plain; format=flowed;,text/plain; format=flowed; charset=utf-8",
        "text/plain;charset=iso-8859-1,text/plain;charset=iso-8859-1",
        "application/json,application/json",
        ",application/octet-stream",
    })
    void followsFromWhatIsStored(String stored, String served) {
        assertThat(types.of(file(stored, 3), bytes("one"))).isEqualTo(served);
    }

    @Test
    void textThatIsNotUtf8IsServedAsItIs() {
        byte[] latin1 = "größer".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(types.of(file("text/plain", latin1.length), latin1)).isEqualTo("text/plain");
        assertThat(types.of(file("text/plain", 0), new byte[0])).isEqualTo("text/plain");
    }

    @Test
    void charactersMayLieAcrossBuffers() throws IOException {
        for (int start = 0; start < 4; start++) {
            byte[] text = bytes("a".repeat(start) + "\u20AC".repeat(20_000));
            assertThat(Utf8.isWhole(text)).isTrue();
            assertThat(Utf8.isWhole(new ByteArrayInputStream(text))).isTrue();
            assertThat(Utf8.isWhole(new ByteArrayInputStream(text, 0, text.length - 1)))
                    .isFalse();
        }
    }

    private static ResourceView file(String type, long length) {
        return new ResourceView(
                UUID.randomUUID(),
                false,
                "ada",
                Instant.EPOCH,
                1,
                null,
                Instant.EPOCH,
                length,
                type,
                null,
                Instant.EPOCH,
                null,
                false,
                new Versioning(false, false),
                0,
                false,
                null,
                null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package io.tidemark.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.OddStream;
import io.tidemark.harness.Refusal;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.http.Checksum;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiverTest {
    private static final int MAX_INLINE = 16;
    private static final String SHA_256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path directory;

    private Receiver receiver;

    @BeforeEach
    void open() {
        receiver = new Receiver(new FileContentStore(directory), MAX_INLINE);
    }

    @Test
    void theHashIsThatOfTheBody() {
        try (var received = receive("abc")) {
            assertThat(received.hash()).hasToString(SHA_256_OF_ABC);
            assertThat(received.length()).isEqualTo(3);
        }
    }

    @Test
    void aSmallBodyStaysInMemoryAndALongerOneGoesToTheDisk() throws IOException {
        try (var small = receive("x".repeat(MAX_INLINE));
                var large = receive("x".repeat(MAX_INLINE + 1))) {
            assertThat(small.body()).hasSize(MAX_INLINE);
            assertThat(small.file()).isNull();
            assertThat(large.body()).isNull();
            assertThat(large.file()).hasContent("x".repeat(MAX_INLINE + 1));
        }
        assertThat(staged()).isZero();
    }

    @Test
    void aLongBodyArrivesWholeThoughItComesInPieces() throws IOException {
        var body = "0123456789".repeat(50_000);
        var pieces = new SequenceInputStream(
                new ByteArrayInputStream(body.substring(0, 7).getBytes(UTF_8)),
                new ByteArrayInputStream(body.substring(7).getBytes(UTF_8)));
        try (var received = receiver.receive(pieces, List.of())) {
            assertThat(received.length()).isEqualTo(body.length());
            assertThat(received.file()).hasContent(body);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MD5,900150983cd24fb0d6963f7d28e17f72",
        "SHA-1,a9993e364706816aba3e25717850c26c9cd0d89d",
        "SHA-256,ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "SHA3-256,3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
        "ADLER32,024d0127",
    })
    void aChecksumIsVerified(String algorithm, String value) {
        receiver.receive(body("abc"), List.of(new Checksum(algorithm, value))).close();
        var refusal = Refusal.expect(400, () -> receiver.receive(body("abd"), List.of(new Checksum(algorithm, value))));
        assertThat(refusal.condition()).isEqualTo(Conditions.CHECKSUM_MATCHES);
    }

    @Test
    void oneWrongChecksumAmongRightOnesIsEnough() {
        var right = new Checksum("MD5", "900150983cd24fb0d6963f7d28e17f72");
        var wrong = new Checksum("SHA-1", "00");
        Refusal.expect(400, () -> receiver.receive(body("abc"), List.of(right, wrong)));
    }

    @Test
    void aRefusedBodyLeavesNothingOnTheDisk() throws IOException {
        var wrong = List.of(new Checksum("MD5", "00"));
        Refusal.expect(400, () -> receiver.receive(body("x".repeat(100_000)), wrong));
        assertThat(staged()).isZero();
    }

    @Test
    void aBodyThatBreaksOffLeavesNothingOnTheDisk() throws IOException {
        var breaking = new SequenceInputStream(body("x".repeat(200_000)), OddStream.brokenOff());
        Refusal.expect(400, () -> receiver.receive(breaking, List.of()));
        assertThat(staged()).isZero();
    }

    private StagedBody receive(String text) {
        return receiver.receive(body(text), List.of());
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private long staged() throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}

package io.tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.OddStream;
import io.tidemark.harness.Refusal;
import io.tidemark.harness.Tar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

class TarReaderTest {
    @Test
    void readsEntriesToTheEnd() throws IOException {
        var name = "ä".repeat(200) + "/b";
        var tar = reader(new Tar().directory("a").file(name, "hello").bytes());
        assertThat(tar.next().isDirectory()).isTrue();
        assertThat(tar.next().getName()).isEqualTo(name);
        assertThat(tar.body().readAllBytes()).asString().isEqualTo("hello");
        assertThat(tar.next()).isNull();
    }

    @Test
    void skipsABodyThatNobodyRead() {
        var tar = reader(new Tar().file("a", new byte[3_000_000]).file("b", "x").bytes());
        tar.next();
        assertThat(tar.next().getName()).isEqualTo("b");
    }

    @Test
    void takesNothingForAWholeArchiveThatBreaksOff() {
        var whole = new Tar().file("a", "hello").bytes();
        for (int length : new int[] {0, 100, 600, 1024}) {
            var tar = reader(Arrays.copyOf(whole, length));
            Refusal.expect(400, () -> {
                while (tar.next() != null) {
                    tar.body().readAllBytes();
                }
            });
        }
    }

    @Test
    void takesNothingElseForAnArchive() {
        Refusal.expect(
                400,
                () -> reader("<html>".repeat(1000).getBytes(StandardCharsets.UTF_8))
                        .next());
        Refusal.expect(400, () -> new TarReader(OddStream.brokenOff()).next());
    }

    @Test
    void readsNoEndlessHeader() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new TarArchiveOutputStream(bytes)) {
            var entry = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            entry.setSize(4L << 30);
            out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
            out.putArchiveEntry(entry);
            out.flush();
            var endless = OddStream.endless();
            InputStream in = new SequenceInputStream(new ByteArrayInputStream(bytes.toByteArray()), endless);
            Refusal.expect(400, () -> new TarReader(in).next());
            assertThat(endless.served()).isLessThan(2 << 20);
        } catch (IOException e) {
            // Closing complains that the entry was not written whole.
            assertThat(e).hasMessageContaining("unclosed");
        }
    }

    private static TarReader reader(byte[] archive) {
        return new TarReader(new ByteArrayInputStream(archive));
    }
}

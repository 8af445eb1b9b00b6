package io.tidemark.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;

class TarWriterTest {
    private static final Instant TIME = Instant.parse("2019-03-01T09:00:00Z");

    @Test
    void othersReadWhatIsWritten() throws Exception {
        String longName = "ü".repeat(80) + "/" + "x".repeat(200) + ".txt";
        var out = new ByteArrayOutputStream();
        var tar = new TarWriter(out);
        tar.file("a.txt", TIME, "hello".getBytes(StandardCharsets.UTF_8));
        tar.file(longName, TIME, new byte[1_000]);
        tar.directory("empty/", Instant.EPOCH.minusSeconds(1));
        tar.end();
        assertThat(out.size() % 512).isZero();
        try (var in = new TarArchiveInputStream(new ByteArrayInputStream(out.toByteArray()), "UTF-8")) {
            TarArchiveEntry first = in.getNextEntry();
            assertThat(first.getName()).isEqualTo("a.txt");
            assertThat(first.isCheckSumOK()).isTrue();
            assertThat(first.getLastModifiedTime().toInstant()).isEqualTo(TIME);
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("hello");
            TarArchiveEntry second = in.getNextEntry();
            assertThat(second.getName()).isEqualTo(longName);
            assertThat(in.readAllBytes()).hasSize(1_000);
            TarArchiveEntry third = in.getNextEntry();
            assertThat(third.getName()).isEqualTo("empty/");
            assertThat(third.isDirectory()).isTrue();
            assertThat(in.getNextEntry()).isNull();
        }
    }
}

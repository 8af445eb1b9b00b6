package io.tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.content.ContentHash;
import io.tidemark.content.StagedBody;
import io.tidemark.kernel.http.DavPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportBatchTest {
    private static final ContentHash HASH = ContentHash.of(new byte[ContentHash.LENGTH]);

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private long now = Long.MAX_VALUE - MINUTE;
    private final ImportBatch batch = new ImportBatch(() -> now);

    @AfterEach
    void close() {
        batch.close();
    }

    @Test
    void endsBeforeANameThatItHasAlready() {
        file("d/a", 1);
        assertThat(endsBeforeFile("d/b")).isFalse();
        assertThat(endsBeforeFile("d/a")).as("the same file again").isTrue();
        assertThat(endsBeforeFile("d/a/b")).as("below a file").isTrue();
        assertThat(endsBeforeFile("d")).as("where a collection is").isTrue();
        assertThat(batch.endsBefore(path("d"), true)).as("the collection again").isFalse();
        assertThat(batch.endsBefore(path("d/a"), true))
                .as("a collection for a file")
                .isTrue();
    }

    @Test
    void endsWhenItsBodiesFillTheMemoryThatItMayTake() {
        for (int i = 0; i < 4; i++) {
            assertThat(endsBeforeFile("next")).isFalse();
            file("f" + i, 1 << 20);
        }
        assertThat(endsBeforeFile("next")).isTrue();
    }

    @Test
    void endsBeforeACollectionWhenItIsWorthATransaction() {
        for (int i = 0; i < 2_000; i++) {
            assertThat(batch.endsBefore(path("next"), true)).isFalse();
            file("d/f" + i, 1);
        }
        assertThat(batch.endsBefore(path("next"), true)).isTrue();
        assertThat(endsBeforeFile("d/next")).isFalse();
        for (int i = 2_000; i < 4_000; i++) {
            file("d/f" + i, 1);
        }
        assertThat(endsBeforeFile("d/next")).isTrue();
    }

    @Test
    void endsWhenItIsInTooManyCollections() {
        int collections = 0;
        while (!endsBeforeFile("next")) {
            file("d" + collections++ + "/f", 1);
        }
        assertThat(collections).isBetween(400, 500);
    }

    /** Of a clock that turns over meanwhile. */
    @Test
    void endsAMinuteAfterItsFirstEntry() {
        now += MINUTE;
        assertThat(endsBeforeFile("a")).as("nothing waits in it").isFalse();
        file("a", 1);
        now += MINUTE;
        file("b", 1);
        assertThat(endsBeforeFile("next")).isFalse();
        now += 1;
        assertThat(endsBeforeFile("next")).isTrue();
        batch.close();
        file("c", 1);
        assertThat(endsBeforeFile("next")).as("another begins").isFalse();
    }

    @Test
    void leavesNothingStagedBehind(@TempDir Path directory) throws Exception {
        Path staged = Files.createFile(directory.resolve("staged"));
        add("large", new StagedBody(HASH, 60 << 20, Instant.EPOCH, null, staged));
        assertThat(endsBeforeFile("next")).as("a staged body takes no memory").isFalse();
        add("larger", new StagedBody(HASH, 60 << 20, Instant.EPOCH, null, staged));
        assertThat(endsBeforeFile("next")).isTrue();
        batch.close();
        assertThat(staged).doesNotExist();
        assertThat(batch.isEmpty()).isTrue();
    }

    private void file(String name, int length) {
        add(name, new StagedBody(HASH, length, Instant.EPOCH, new byte[0], null));
    }

    private void add(String name, StagedBody staged) {
        batch.add(new ImportEntry(path(name), Upload.of("a", Instant.EPOCH), staged));
    }

    private boolean endsBeforeFile(String name) {
        return batch.endsBefore(path(name), false);
    }

    private static DavPath path(String name) {
        return DavPath.parse("/files/c/" + name);
    }
}

package io.tidemark.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentStoreTest implements ContentStoreContract {
    private static final ContentHash HASH = ContentHash.of(new byte[ContentHash.LENGTH]);

    @TempDir
    private Path directory;

    @Override
    public ContentStore store() {
        return new FileContentStore(directory);
    }

    @Override
    public ContentStore reopened() {
        return new FileContentStore(directory);
    }

    @Test
    void aStagedFileIsOnTheFileSystemOfTheBodies() throws IOException {
        assertThat(Files.getFileStore(store().stage())).isEqualTo(Files.getFileStore(directory));
    }

    @Test
    void aBodyAppearsUnderItsNameOnlyWhole() throws IOException {
        var staged = Files.writeString(store().stage(), "whole");
        store().put(HASH, staged);
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile))
                    .singleElement()
                    .satisfies(body ->
                            assertThat(body).hasFileName(HASH.toString()).hasContent("whole"));
        }
    }

    @Test
    void aPutThatFailsLeavesNoBody() throws IOException {
        var missing = directory.resolve("staging").resolve("no-such-file");
        assertThatThrownBy(() -> store().put(HASH, missing)).isInstanceOf(IOException.class);
        assertThat(store().exists(HASH)).isFalse();
    }

    @Test
    void aDirectoryThatCannotBeMadeIsAFailureAndNotSilence() throws IOException {
        Files.writeString(directory.resolve("bodies"), "a file where a directory should be");
        var staged = store().stage();
        assertThatThrownBy(() -> store().put(HASH, staged)).isInstanceOf(IOException.class);
        assertThat(staged).exists();
    }
}

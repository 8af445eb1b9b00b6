package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.kernel.error.StartRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoriesTest {

    @TempDir
    private Path here;

    @Test
    void makesWhatIsMissingForNobodyElseToRead() throws IOException {
        Path data = here.resolve("a/b");

        String said = directories(Map.of("tidemark.data", data.toString())).check();

        assertThat(said).isEqualTo(data.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void takesContentsWithoutADataDirectory() {
        assertThat(directories(Map.of("tidemark.content", here.toString())).check())
                .isEqualTo("none, contents in " + here);
    }

    @Test
    void refusesNoDirectoryAtAll() {
        assertThatThrownBy(() -> directories(Map.of()).check())
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("no data directory is set");
    }

    @Test
    void refusesARelativePath() {
        assertThatThrownBy(() -> directories(Map.of("tidemark.data", "data")).check())
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("tidemark.data is relative");
    }

    @Test
    void refusesWhatCannotBeADirectory() throws IOException {
        Path file = Files.createFile(here.resolve("file"));

        assertThatThrownBy(
                        () -> directories(Map.of("tidemark.data", here.toString(), "tidemark.content", file.toString()))
                                .check())
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("cannot write to " + file);
    }

    private static DataDirectories directories(Map<String, String> settings) {
        return new DataDirectories(name -> Optional.ofNullable(settings.get(name)));
    }
}

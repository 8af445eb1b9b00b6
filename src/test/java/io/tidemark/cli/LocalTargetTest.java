package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.tool.UnsafeNameException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a server says is written outside of the directory, or over what is there. */
class LocalTargetTest {

    @TempDir
    Path work;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files/d/../x",
                "/files/d/%2e%2e/x",
                "/files/d/a%2Fb",
                "/files/d/a%00b",
                "/files/x",
                "/files/d/."
            })
    void refusesNamesThatLeadOut(String href) {
        Session session =
                new Session(new Login("n", "http://127.0.0.1/files/", "u", "s", ""), new Memory(work.resolve("state")));
        assertThatThrownBy(() -> session.below(URI.create("http://127.0.0.1/files/d/"), href))
                .isInstanceOf(UnsafeNameException.class);
    }

    @Test
    void followsNoLinkInsideTheDirectory() throws IOException {
        Path outside = Files.createDirectory(work.resolve("outside"));
        Path root = Files.createDirectory(work.resolve("root"));
        Files.createSymbolicLink(root.resolve("d"), outside);
        LocalTarget target = new LocalTarget(root, true);
        assertThatThrownBy(() -> write(target, "d/f", "x")).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> target.directory("d")).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> target.at("../x")).isInstanceOf(IllegalArgumentException.class);
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void replacesALinkAndNotWhatIsBehindIt() throws IOException, InterruptedException {
        Path behind = Files.writeString(work.resolve("behind"), "mine");
        Path root = Files.createDirectory(work.resolve("root"));
        Files.createSymbolicLink(root.resolve("f"), behind);
        assertThatThrownBy(() -> write(new LocalTarget(root, false), "f", "x"))
                .isInstanceOf(FileAlreadyExistsException.class);
        write(new LocalTarget(root, true), "f", "new");
        assertThat(behind).hasContent("mine");
        assertThat(root.resolve("f")).hasContent("new");
    }

    @Test
    void leavesNothingOfWhatFailed() throws IOException {
        Path root = Files.createDirectory(work.resolve("root"));
        assertThatThrownBy(() -> new LocalTarget(root, false).file("f", out -> {
                    out.write(1);
                    throw new IOException("broken");
                }))
                .hasMessage("broken");
        assertThat(root).isEmptyDirectory();
    }

    private static void write(LocalTarget target, String path, String content)
            throws IOException, InterruptedException {
        target.file(path, out -> {
            out.write(content.getBytes(StandardCharsets.UTF_8));
            return "";
        });
    }
}

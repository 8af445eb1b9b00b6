package io.tidemark.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTreeTest {

    @TempDir
    private Path work;

    private Path outside;
    private LocalTree tree;

    @BeforeEach
    void open() throws Exception {
        outside = Files.createDirectories(work.resolve("outside/sub")).getParent();
        Files.writeString(outside.resolve("f"), "not the mirror's");
        Files.writeString(outside.resolve("sub/f"), "not the mirror's");
        tree = LocalTree.open(work.resolve("here"), work.resolve("state"));
    }

    @AfterEach
    void close() throws IOException {
        tree.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"link/f", "link/sub", "link/sub/f", "d/link/f", "d/link/sub/f"})
    void whatIsBehindASymbolicLinkIsNotRemoved(String path) throws IOException {
        tree.makeDirectory("d");
        Files.createSymbolicLink(here("link"), outside);
        Files.createSymbolicLink(here("d/link"), outside);
        assertThat(tree.remove(path, tree.keptName())).isFalse();
        assertThat(outside.resolve("f")).hasContent("not the mirror's");
        assertThat(outside.resolve("sub/f")).hasContent("not the mirror's");
    }

    @Test
    void aSymbolicLinkIsRemovedItself() throws IOException {
        Files.createSymbolicLink(here("link"), outside);
        assertThat(tree.remove("link", tree.keptName())).isTrue();
        assertThat(here("link")).doesNotExist();
        tree.emptyAttic();
        assertThat(outside.resolve("sub/f")).hasContent("not the mirror's");
    }

    @ParameterizedTest
    @CsvSource({"f, f", "d/f, d/f", "d/e/f, d/e/f", "d, d/e/f", "d/e, d/e/f"})
    void whatIsRemovedIsInTheAtticUntilThatIsEmptied(String removed, String file) throws IOException {
        install(file);
        String name = tree.keptName();
        assertThat(tree.remove(removed, name)).isTrue();
        Path kept = tree.kept(name);
        assertThat(here(removed)).doesNotExist();
        assertThat(kept).exists();
        tree.emptyAttic();
        assertThat(kept).doesNotExist();
    }

    @Test
    void nothingIsRemovedWhereNothingIs() throws IOException {
        install("f");
        assertThat(tree.remove("missing", tree.keptName())).isFalse();
        assertThat(tree.remove("missing/f", tree.keptName())).isFalse();
        assertThat(tree.remove("f/below", tree.keptName())).as("below a file").isFalse();
        assertThat(here("f")).exists();
    }

    @Test
    void aDirectoryTakesThePlaceOfALinkAndOfAFile() throws IOException {
        Files.createSymbolicLink(here("link"), outside);
        assertThat(tree.makeDirectory("link/sub")).isEqualTo(List.of("link", "link/sub"));
        assertThat(Files.isSymbolicLink(here("link"))).isFalse();
        assertThat(outside.resolve("sub/f")).exists();
        install("f");
        assertThat(tree.makeDirectory("f")).isEqualTo(List.of("f"));
        assertThat(tree.makeDirectory("f")).as("it is there already").isEmpty();
    }

    @Test
    void aFileTakesThePlaceOfADirectoryAndOfALink() throws IOException {
        install("d/f");
        install("d");
        assertThat(here("d")).isRegularFile();
        Files.createSymbolicLink(here("link"), outside.resolve("f"));
        install("link");
        assertThat(Files.isSymbolicLink(here("link"))).isFalse();
        assertThat(outside.resolve("f")).hasContent("not the mirror's");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../outside/f", "d/../../outside/f", "d/./f", "/etc/passwd"})
    void noPathLeadsOut(String path) {
        assertThatThrownBy(() -> tree.at(path)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.remove(path, tree.keptName())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileIsIntactAsLongAsItsKindSizeAndTimeAre() throws IOException {
        install("f");
        tree.touch("f", 1_000);
        assertThat(tree.isIntact(entry("f", 4, 1_000))).isTrue();
        assertThat(tree.isIntact(entry("f", 5, 1_000))).isFalse();
        assertThat(tree.isIntact(entry("f", 4, 2_000))).isFalse();
        assertThat(tree.isIntact(entry("missing", 4, 1_000))).isFalse();
        Files.createSymbolicLink(here("link"), here("f"));
        assertThat(tree.isIntact(entry("link", 4, 1_000))).isFalse();
    }

    @Test
    void oneMirrorHasHoldOfADirectory() throws Exception {
        assertThatThrownBy(() -> LocalTree.open(work.resolve("here"), work.resolve("state")))
                .isInstanceOf(UnusableException.class);
        tree.close();
        tree = LocalTree.open(work.resolve("here"), work.resolve("state"));
    }

    @Test
    void theStateIsNotInsideTheDirectory() {
        assertThatThrownBy(() -> LocalTree.open(work.resolve("here"), work.resolve("here/state")))
                .isInstanceOf(UnusableException.class);
    }

    @Test
    void whatAKilledMirrorHadOnItsWayIsClearedAwayAndWhatItTookOutIsKept() throws Exception {
        Path late = Files.createFile(tree.temporary());
        install("f");
        String name = tree.keptName();
        assertThat(tree.remove("f", name)).isTrue();
        Path kept = tree.kept(name);
        tree.close();
        tree = LocalTree.open(work.resolve("here"), work.resolve("state"));
        assertThat(late).doesNotExist();
        assertThat(kept).exists();
        assertThat(tree.kept(tree.keptName())).doesNotExist();
        tree.emptyAttic();
        assertThat(kept).doesNotExist();
    }

    private Path here(String path) {
        return tree.root().resolve(path);
    }

    private void install(String path) throws IOException {
        int above = path.lastIndexOf('/');
        if (above > 0) {
            tree.makeDirectory(path.substring(0, above));
        }
        tree.install(Files.writeString(tree.temporary(), "file"), path);
    }

    private static Entry entry(String path, long size, long modified) {
        return new Entry(path, false, "", size, modified, "", "");
    }
}

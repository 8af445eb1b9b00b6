package io.tidemark.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoredTest {

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "*.o, d/a.o, true",
        "*.o, a.od, false",
        "build/, d/build, false",
        "build/, d/build/, true",
        "/build, build, true",
        "/build, d/build, false",
        "d/*.txt, d/a.txt, true",
        "d/*.txt, d/e/a.txt, false",
        "d/**, d/e/a.txt, true",
        "{a}, a, false",
        "{a}, {a}, true",
        "[ab], b, true",
        "#a, #a, false"
    })
    void aPatternMatches(String pattern, String path, boolean ignored) throws IOException {
        boolean folder = path.endsWith("/");
        String bare = folder ? path.substring(0, path.length() - 1) : path;
        assertThat(Ignored.of(List.of(pattern)).matches(bare, folder)).isEqualTo(ignored);
    }

    @Test
    void theLastLineCounts() throws IOException {
        Ignored ignored = Ignored.of(List.of("*.o", "!keep.o", "/keep.o"));
        assertThat(ignored.matches("d/keep.o", false)).isFalse();
        assertThat(ignored.matches("keep.o", false)).isTrue();
    }

    @Test
    void noLineTakesBackWhatIsTheReplicasOwn(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve(Ignored.FILE), "!.tidemark/\n!.DS_Store\n");
        assertThat(Ignored.in(root).matches(Folder.OWN, true)).isTrue();
        assertThat(Ignored.in(root).matches("d/.DS_Store", false)).isFalse();
    }

    @Test
    void whatIsNoPatternIsRefused() {
        assertThatThrownBy(() -> Ignored.of(List.of("[a"))).hasMessageContaining("[a");
    }
}

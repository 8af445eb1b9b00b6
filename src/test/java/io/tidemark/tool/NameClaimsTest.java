package io.tidemark.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameClaimsTest {
    private static final String COMPOSED = "caf\u00e9";
    private static final String DECOMPOSED = "cafe\u0301";

    /** {@code c} and {@code d} stand for the composed and the decomposed spelling. */
    @ParameterizedTest
    @CsvSource({
        // capitals, form, first, second, the first has the name
        "false, false, a, A, false",
        "false, false, c, d, false",
        "true, false, a, A, true",
        "true, false, c, d, false",
        "false, true, a, A, false",
        "false, true, c, d, true",
        "true, true, a, A, true",
        "true, true, c, d, true",
        "true, true, a, a, false",
        "true, true, a, b, false",
        "true, true, a/x, b/x, false",
        "true, true, \u00df, SS, true",
    })
    void theFirstKeepsItsName(boolean capitals, boolean form, String first, String second, boolean taken) {
        NameClaims claims = new NameClaims(capitals, form);
        assertThat(claims.claim(spelt(first))).isEmpty();
        assertThat(claims.claim(spelt(second))).isEqualTo(taken ? Optional.of(spelt(first)) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"d/f, D, d", "d/f, D/g, d", "d/f, d/F, d/f", "d/e/f, d/E/g, d/e", "d, D/f, d"})
    void theDirectoriesOnTheWayAreClaimedToo(String first, String second, String holder) {
        NameClaims claims = new NameClaims(true, false);
        assertThat(claims.claim(first)).isEmpty();
        assertThat(claims.claim(second)).contains(holder);
    }

    @Test
    void whatIsReleasedCanBeClaimedOnlyByItsHolder() {
        NameClaims claims = new NameClaims(true, false);
        claims.claimAll(List.of(Entry.directory("d", ""), Entry.directory("other", "")));
        claims.release("D");
        assertThat(claims.claim("D")).as("somebody else's is not released").contains("d");
        claims.release("d");
        assertThat(claims.claim("D")).isEmpty();
        assertThat(claims.claim("OTHER")).contains("other");
    }

    @Test
    void theFileSystemIsTriedOut(@TempDir Path directory) throws Exception {
        Files.createFile(directory.resolve("Case"));
        boolean folds = Files.exists(directory.resolve("cASE"));
        Files.delete(directory.resolve("Case"));
        NameClaims claims = NameClaims.probe(directory);
        claims.claim("a");
        assertThat(claims.claim("A").isPresent()).isEqualTo(folds);
        assertThat(directory).as("nothing is left of it").isEmptyDirectory();
    }

    private static String spelt(String name) {
        return name.equals("c") ? COMPOSED : name.equals("d") ? DECOMPOSED : name;
    }
}

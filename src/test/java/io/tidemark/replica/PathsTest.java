package io.tidemark.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 30, 20, 15, 3);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            d/report.odt | false | d/report (conflict, ada, 2026-11-30 20-15-03).odt
            report       | false | report (conflict, ada, 2026-11-30 20-15-03)
            .profile     | false | .profile (conflict, ada, 2026-11-30 20-15-03)
            v1.0 of it   | false | v1.0 of it (conflict, ada, 2026-11-30 20-15-03)
            d.d          | true  | d.d (conflict, ada, 2026-11-30 20-15-03)
            """)
    void whatGivesWayIsNamedAfterItself(String path, boolean folder, String name) {
        assertThat(Paths.conflict(path, folder, "ada", TIME, 0)).isEqualTo(name);
    }

    @Test
    void severalOfOneSecondAreNumbered() {
        assertThat(Paths.conflict("a", false, "ada", TIME, 2)).isEqualTo("a (conflict, ada, 2026-11-30 20-15-03, 2)");
    }

    @Test
    void noNameBecomesTooLongOrLeadsElsewhere() {
        String name = Paths.conflict("ü".repeat(120) + ".txt", false, "a/b:c", TIME, 0);
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(200, 255);
        assertThat(name).endsWith(" (conflict, a-b-c, 2026-11-30 20-15-03).txt");
    }
}

package io.tidemark.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.kernel.figures.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of figures are a promise: dashboards and alerts of others are made of them. */
class MonitoringDocumentationTest {

    private static final Pattern ROW = Pattern.compile("^\\| `(tidemark_\\w+)`", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("\\btidemark_\\w+");

    /** What Prometheus adds to the name of a summary. */
    private static final Pattern OF_SUMMARY = Pattern.compile("(?<=_seconds)_(count|sum)$");

    @Test
    void theGoldenListIsWhatTheCodeShows() throws IOException {
        Set<String> shown = Stream.of(
                        Arrays.stream(Figure.values())
                                .map(figure -> figure.figure() + (figure.unit().isEmpty() ? "" : '.' + figure.unit())),
                        Arrays.stream(Tally.values()).map(tally -> tally.figure() + ".total"),
                        Stream.of(Meters.REQUESTS + ".seconds", Meters.REQUESTS + ".seconds.max"))
                .flatMap(names -> names)
                .map(name -> name.replace('.', '_'))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(golden()).containsExactlyElementsOf(shown);
    }

    @Test
    void theTableHasThemAll() throws IOException {
        Set<String> rows = ROW.matcher(Files.readString(Path.of("docs/monitoring.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows).containsExactlyElementsOf(golden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/monitoring/alerts.yml", "docs/monitoring/dashboard.json"})
    void dashboardAndAlertsAskForNothingElse(String file) throws IOException {
        Set<String> asked = NAME.matcher(Files.readString(Path.of(file)))
                .results()
                .map(found -> OF_SUMMARY.matcher(found.group()).replaceFirst(""))
                .collect(Collectors.toSet());

        assertThat(asked).isNotEmpty();
        assertThat(golden()).containsAll(asked);
    }

    private static List<String> golden() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/figures.txt")).stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .sorted()
                .toList();
    }
}

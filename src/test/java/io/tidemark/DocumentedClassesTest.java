package io.tidemark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages for those who read the code name its classes. A class that is renamed or deleted fails here. */
class DocumentedClassesTest {

    /** A code span that is nothing but a class: {@code `WriteGate`}, {@code `Sql.defer`}. */
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+)(?:\\.[a-z]\\w*)?`");
    /** A participant of a sequence diagram: {@code participant A as Admission}. */
    private static final Pattern PARTICIPANT = Pattern.compile("participant \\w+ as ([A-Z]\\w+)");

    @ParameterizedTest
    @ValueSource(strings = {"CONTRIBUTING.md", "docs/glossary.md"})
    void namesClassesThatAreThere(String page) throws IOException {
        String text = Files.readString(Path.of(page));
        Set<String> named = new TreeSet<>();
        for (Pattern pattern : Set.of(CLASS, PARTICIPANT)) {
            named.addAll(pattern.matcher(text)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList());
        }
        assertThat(named).isNotEmpty();
        assertThat(classes()).containsAll(named);
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}

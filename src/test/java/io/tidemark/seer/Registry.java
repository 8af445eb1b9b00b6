package io.tidemark.seer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the server knows by name: the methods, live properties and reports of {@code registry.txt}. */
record Registry(List<String> methods, List<String> properties, List<String> reports) {
    private static final Path FILE = Path.of("src/test/resources/registry.txt");

    static Registry read() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        return new Registry(
                section(lines, "# Methods").stream()
                        .map(method -> method.replace('_', '-'))
                        .toList(),
                section(lines, "# Live properties"),
                section(lines, "# Reports"));
    }

    private static List<String> section(List<String> lines, String heading) {
        return lines.stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    /** A property or a report as an empty element of its own namespace. */
    static String element(String name) {
        int end = name.indexOf('}');
        return "<%s xmlns=\"%s\"/>".formatted(name.substring(end + 1), name.substring(1, end));
    }
}

package io.tidemark.dialogue;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds every dialogue of the test resources. {@code -Ddialogue=lock/} holds those whose name contains that. */
@ArquillianTest
@RunAsClient
class DialoguesIT {
    private static final Path DIRECTORY = Path.of("src/test/resources/dialogues");
    private static final String ENDING = ".dav";

    @TestFactory
    Stream<DynamicTest> dialogues() throws IOException {
        String wanted = System.getProperty("dialogue", "");
        try (var files = Files.walk(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList().stream()
                    .filter(file -> name(file).contains(wanted))
                    .map(file -> dynamicTest(
                            name(file), file.toUri(), () -> new Dialogue(DialogueFile.read(name(file), file)).hold()));
        }
    }

    private static String name(Path file) {
        String path = DIRECTORY.relativize(file).toString().replace('\\', '/');
        return path.substring(0, path.length() - ENDING.length());
    }
}

package io.tidemark.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidemark.harness.DatabaseIndependent;
import io.tidemark.harness.Dav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader types what README and the pages of docs/ have him type, and sees what they show. What differs from one server to the
 * next counts as equal: identities, tags, times, tokens. It needs a shell and curl, as the reader does.
 */
@ArquillianTest
@DatabaseIndependent
@RunAsClient
class ToursIT {

    private static final String DOCUMENTED = "http://127.0.0.1:8080";

    @TempDir
    private Path directory;

    @Test
    void readme() throws Exception {
        play("README.md");
    }

    @Test
    void versioning() throws Exception {
        play("docs/versioning.md");
    }

    @Test
    void configurations() throws Exception {
        play("docs/configurations.md");
    }

    private void play(String page) throws Exception {
        assumeTrue(isThere("bash") && isThere("curl"), "A reader needs bash and curl");
        Tour tour = Tour.read(Path.of(page));
        assertThat(tour.steps()).as("steps of %s", page).hasSizeGreaterThan(9);
        run(script(tour));
        for (int i = 0; i < tour.steps().size(); i++) {
            Tour.Step step = tour.steps().get(i);
            String answer = plain(Files.readString(directory.resolve("answer." + i)));
            for (String line : step.shown()) {
                assertThat(answer).as("%s: %s", page, step.command()).contains(plain(here(line)));
            }
        }
    }

    private String script(Tour tour) {
        StringBuilder script = new StringBuilder();
        List<Tour.Step> steps = tour.steps();
        for (int i = 0; i < steps.size(); i++) {
            String command = here(steps.get(i).command());
            script.append("{ ").append(command).append("} > answer.").append(i).append('\n');
        }
        return script.toString();
    }

    private static String here(String documented) {
        return documented.replace(DOCUMENTED, Dav.url(""));
    }

    private void run(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("tour.sh"), script);
        ProcessBuilder builder = new ProcessBuilder("bash", file.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("errors").toFile());
        // A reader is at home in the checkout. What tidemark keeps for him goes with the tour.
        builder.environment()
                .merge("PATH", Path.of("scripts").toAbsolutePath().toString(), (path, own) -> path + ':' + own);
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("XDG_CONFIG_HOME", directory.resolve("config").toString());
        builder.environment().put("XDG_CACHE_HOME", directory.resolve("cache").toString());
        Process shell = builder.start();
        try {
            assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            shell.destroyForcibly();
        }
    }

    /** A text without white space, as pages break and indent answers, and with one value for all that differ. */
    private static String plain(String text) {
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-(…|[0-9a-f]{12})", "ID")
                .replaceAll("[0-9a-f]{8}-…", "ID")
                .replaceAll("\"[0-9a-f]{32}\"", "TAG")
                .replaceAll("urn:tidemark:sync:[^<]*|(?<=<D:sync-token>)\\.\\.\\.", "TOKEN")
                .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}", "TIME")
                .replaceAll("[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT", "TIME")
                .replaceAll("\\s", "");
    }

    private static boolean isThere(String command) throws InterruptedException {
        try {
            Process asked = new ProcessBuilder(command, "--version")
                    .redirectErrorStream(true)
                    .start();
            asked.getInputStream().readAllBytes();
            return asked.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}

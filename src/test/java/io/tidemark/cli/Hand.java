package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Somebody who types commands in a pipe. */
final class Hand {

    private final Path home;
    private String input = "";

    Hand(Path home) {
        this.home = home;
    }

    /** With something on standard input, for the next command. */
    Hand given(String text) {
        input = text;
        return this;
    }

    /** What came of a command. */
    record Did(int exit, String out, String err) {

        Did expect(int wanted) {
            assertThat(exit).as("exit code; %s%s", out, err).isEqualTo(wanted);
            return this;
        }

        /** The first value of that name in JSON. */
        String value(String name) {
            return out.replaceAll("(?s).*?\"" + name + "\":\"([^\"]*)\".*", "$1");
        }
    }

    Did types(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                false,
                home,
                Clock.systemUTC());
        input = "";
        int exit = Tidemark.run(surroundings, arguments);
        return new Did(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}

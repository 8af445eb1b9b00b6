package io.tidemark.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command has around it.
 *
 * @param terminal whether there is somebody to ask, and to show colours to
 * @param home of the user
 */
record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean terminal,
        Path home,
        Clock clock) {

    /** Where the saved logins are: by the XDG base directory specification, on Windows in the roaming application data. */
    Path configuration() {
        return directory("XDG_CONFIG_HOME", "APPDATA", ".config");
    }

    /** Where lock tokens and the tags of what was fetched are. */
    Path state() {
        return directory("XDG_STATE_HOME", "LOCALAPPDATA", ".local/state");
    }

    private Path directory(String variable, String ofWindows, String otherwise) {
        String given = environment.getOrDefault(variable, environment.getOrDefault(ofWindows, ""));
        // The specification has a relative path ignored.
        Path base = given.isEmpty() || !Path.of(given).isAbsolute() ? home.resolve(otherwise) : Path.of(given);
        return base.resolve("tidemark");
    }

    boolean colour() {
        return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** Asks on the terminal; never in a pipe. */
    String ask(String question, String otherwise) throws FailedException {
        Console console = console(otherwise);
        String answer = console.readLine("%s: ", question);
        if (answer == null || answer.isBlank()) {
            throw FailedException.usage("Nothing was answered.");
        }
        return answer.strip();
    }

    /** The password: from standard input, where it ends with the line, or asked on the terminal without showing it. */
    String password(boolean fromInput, String question) throws IOException {
        if (fromInput) {
            byte[] line = in.readNBytes(4096);
            String text = new String(line, StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("");
        }
        char[] typed = console("Give the password on standard input, with --password-stdin.")
                .readPassword("%s: ", question);
        return typed == null ? "" : new String(typed);
    }

    private Console console(String otherwise) throws FailedException {
        @Nullable Console console = terminal ? System.console() : null;
        if (console == null) {
            throw FailedException.usage(otherwise);
        }
        return console;
    }
}

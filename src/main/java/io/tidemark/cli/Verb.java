package io.tidemark.cli;

import io.tidemark.tool.TransientException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What all commands have: where they read and write, how they say it, and what their exit code is. */
@Command(mixinStandardHelpOptions = true)
abstract class Verb implements Callable<Integer> {

    @Option(names = "--json", description = "Write JSON, an object in each line, instead of text for people.")
    private boolean json;

    @Option(
            names = {"-s", "--server"},
            paramLabel = "NAME",
            description = "Which server, by the name of its login; else TIDEMARK_SERVER, else the usual one.")
    private String server = "";

    private @Nullable Surroundings surroundings;

    final void use(Surroundings given) {
        surroundings = given;
    }

    /** The commands that this one is made of, by their names; none for most. */
    Map<String, Verb> parts() {
        return Map.of();
    }

    /** Does it, and says with which code the process ends. */
    abstract int run() throws IOException, InterruptedException;

    @Override
    public final Integer call() throws InterruptedException {
        try {
            int exit = run();
            if (surroundings().out().checkError()) {
                return Exit.FAILED;
            }
            return exit;
        } catch (FailedException e) {
            tell(e.exit(), String.valueOf(e.getMessage()), e.status(), e.conditions());
            return e.exit();
        } catch (TransientException e) {
            tell(Exit.FAILED, String.valueOf(e.getMessage()), 0, List.of());
            return Exit.FAILED;
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
            tell(Exit.FAILED, "Local file " + Output.shown(String.valueOf(e.getFile())) + ": " + reason, 0, List.of());
            return Exit.FAILED;
        } catch (IOException e) {
            tell(Exit.FAILED, e.getMessage() == null ? e.toString() : e.getMessage(), 0, List.of());
            return Exit.FAILED;
        }
    }

    private void tell(int exit, String message, int status, List<String> conditions) {
        Output output = output();
        if (json) {
            output.note(Json.of(Output.object(
                    "error",
                    message,
                    "exit",
                    exit,
                    "status",
                    status == 0 ? null : status,
                    "conditions",
                    conditions.isEmpty() ? null : conditions)));
        } else {
            output.note(output.red("tidemark: ") + message);
        }
    }

    final Surroundings surroundings() {
        if (surroundings == null) {
            throw new IllegalStateException("A command has no surroundings.");
        }
        return surroundings;
    }

    final Output output() {
        return new Output(surroundings(), json);
    }

    final Logins logins() {
        return new Logins(surroundings().configuration());
    }

    final String serverName() {
        return server.isEmpty() ? surroundings().environment().getOrDefault("TIDEMARK_SERVER", "") : server;
    }

    /**
     * The server of all places, which are on the same one.
     *
     * @throws FailedException when they are not, or nobody has logged in there
     */
    final Session session(Place... places) throws IOException {
        String wanted = "";
        for (Place place : places) {
            if (!wanted.isEmpty() && !place.server().equals(wanted)) {
                throw FailedException.usage("Both paths must be on the same server.");
            }
            wanted = place.server();
        }
        Login login = logins().get(wanted.isEmpty() ? serverName() : wanted);
        return new Session(login, new Memory(surroundings().state()));
    }

    final Place.At at(String text) throws FailedException {
        return Place.At.parse(text, surroundings().clock());
    }
}

package io.tidemark.cli;

import io.tidemark.replica.Keeper;
import io.tidemark.replica.Report;
import io.tidemark.tool.CollectionUrl;
import io.tidemark.tool.Connection;
import io.tidemark.tool.Mirror;
import io.tidemark.tool.UnusableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark sync}: a folder and a collection that are kept in step, both ways. */
@Command(
        name = "sync",
        sortOptions = false,
        description = {
            "Keeps a local DIRECTORY and a folder on the server in step, both ways, until it is ended.",
            "",
            "  sync DIRECTORY PATH      begins; PATH may be a URL below that of a login",
            "  sync DIRECTORY           goes on",
            "  sync status DIRECTORY    how it is",
            "  sync log DIRECTORY       what was done",
            "  sync pause DIRECTORY     has it rest; sync resume DIRECTORY has it go on",
            ""
        })
final class SyncVerb extends Verb {

    @Parameters(arity = "1..3", paramLabel = "[status|log|pause|resume] DIRECTORY [PATH]", description = "See above.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--once", description = "Bring both in step once, and end.")
    private boolean once;

    @Option(
            names = "--one-way",
            description = "Follow the server only, and change nothing there: the mirror (docs/mirror.md).")
    private boolean oneWay;

    @Option(names = "--allow-deletions", description = "Delete however much the other side has deleted, this time.")
    private boolean allowDeletions;

    @Option(
            names = "--most-deletions",
            paramLabel = "PERCENT",
            description = "Above which part of all files deletions wait for --allow-deletions; 30 unless told.")
    private int mostDeletions = 30;

    @Option(
            names = "--quiet-seconds",
            paramLabel = "N",
            description = "How long a file must not have been changed before it is sent; 2 unless told.")
    private int quietSeconds = 2;

    @Option(names = "-n", paramLabel = "N", description = "How many lines of the log; 50 unless told.")
    private int lines = 50;

    @Override
    int run() throws IOException, InterruptedException {
        String first = words.get(0);
        boolean asks = List.of("status", "log", "pause", "resume").contains(first);
        Path directory = Path.of(asks && words.size() > 1 ? words.get(1) : asks ? "." : first)
                .toAbsolutePath()
                .normalize();
        if (mostDeletions < 0 || mostDeletions > 100 || quietSeconds < 0 || lines < 1 || words.size() > 2) {
            throw FailedException.usage("That is not understood; tidemark sync --help says how it is written.");
        }
        if (asks) {
            if (!Keeper.isKept(directory)) {
                throw new FailedException(
                        Exit.NOT_FOUND, Output.shown(directory.toString()) + " is kept in step with nothing.");
            }
            return switch (first) {
                case "status" -> status(directory);
                case "log" -> log(directory);
                case "pause" -> pause(directory, true);
                default -> pause(directory, false);
            };
        }
        return keep(directory, words.size() > 1 ? words.get(1) : "");
    }

    private int keep(Path directory, String place) throws IOException, InterruptedException {
        try {
            if (oneWay) {
                return oneWay(directory, place);
            }
            if (!Keeper.isKept(directory)) {
                if (place.isEmpty()) {
                    throw FailedException.usage(Output.shown(directory.toString())
                            + " is kept in step with nothing yet; say with which PATH.");
                }
                begin(directory, place);
            } else if (!place.isEmpty()
                    && !target(place).url().equals(Keeper.belonging(directory).url())) {
                throw new FailedException(
                        Exit.CONFLICT,
                        Output.shown(directory.toString()) + " is kept in step with "
                                + Keeper.belonging(directory).url() + '.');
            }
            Keeper.Belonging belonging = Keeper.belonging(directory);
            return keep(directory, belonging, logins().get(belonging.login()));
        } catch (UnusableException e) {
            throw FailedException.usage(String.valueOf(e.getMessage()));
        }
    }

    private int keep(Path directory, Keeper.Belonging belonging, Login login)
            throws IOException, InterruptedException, UnusableException {
        Connection connection = new Connection("tidemark-sync", login.user(), login.secret());
        Keeper.Settings settings = new Keeper.Settings(
                login.user() + " at " + host(), quietSeconds, mostDeletions / 100.0, allowDeletions);
        try (Keeper keeper =
                Keeper.open(directory, CollectionUrl.of(belonging.url()), connection, settings, this::tell)) {
            if (!once) {
                keeper.always();
            }
            return keeper.once() ? Exit.DONE : Exit.PARTLY;
        }
    }

    private void tell(String what, String path, String detail) {
        Map<String, Object> object = Output.object(
                "what", what, "path", path.isEmpty() ? null : '/' + path, "detail", detail.isEmpty() ? null : detail);
        StringBuilder line = new StringBuilder(what);
        if (!path.isEmpty()) {
            line.append(' ').append(Output.shown(path));
        }
        if (!detail.isEmpty()) {
            line.append(": ").append(Output.shown(detail));
        }
        output().say(object, line.toString());
        surroundings().out().flush();
    }

    /** A place on a server, or a URL below that of a login. */
    private Keeper.Belonging target(String text) throws IOException {
        if (!text.startsWith("http://") && !text.startsWith("https://")) {
            Place place = Place.parse(text).as(true);
            Session session = session(place);
            return new Keeper.Belonging(
                    session.url(place).toString(), session.login().name());
        }
        String url = CollectionUrl.of(text).toString();
        return logins().read().byName().values().stream()
                .filter(login -> url.startsWith(CollectionUrl.of(login.url()).toString()))
                .findFirst()
                .map(login -> new Keeper.Belonging(url, login.name()))
                .orElseThrow(
                        () -> new FailedException(Exit.FORBIDDEN, "You are not logged in there: tidemark login URL."));
    }

    private void begin(Path directory, String text) throws IOException, InterruptedException, UnusableException {
        Keeper.Belonging belonging = target(text);
        Login login = logins().get(belonging.login());
        Session session = new Session(login, new Memory(surroundings().state()));
        Ask ask = new Ask("PROPFIND", URI.create(belonging.url()), belonging.url())
                .header("Depth", "0")
                .xml("D:propfind", "<D:prop><D:sync-token/></D:prop>")
                .expect(207);
        session.run(ask);
        Files.createDirectories(directory);
        Keeper.begin(directory, belonging);
    }

    private int oneWay(Path directory, String place) throws IOException {
        if (place.isEmpty()) {
            throw FailedException.usage("With --one-way, say which PATH is to be followed.");
        }
        if (Keeper.isKept(directory)) {
            throw new FailedException(
                    Exit.CONFLICT, Output.shown(directory.toString()) + " is kept in step both ways already.");
        }
        Keeper.Belonging from = target(place);
        Login login = logins().get(from.login());
        List<String> arguments = new ArrayList<>(List.of("--user", login.user(), "--password", login.secret()));
        if (!once) {
            arguments.addAll(List.of("--watch", "10"));
        }
        arguments.addAll(List.of(from.url(), directory.toString()));
        return new CommandLine(new Mirror()).execute(arguments.toArray(String[]::new));
    }

    private int status(Path directory) throws IOException {
        Map<String, String> status = Report.status(directory);
        boolean paused = Files.exists(Report.paused(directory));
        boolean running = Report.isAtWork(directory);
        List<String> troubles = status.entrySet().stream()
                .filter(line -> line.getKey().startsWith("trouble."))
                .map(Map.Entry::getValue)
                .toList();
        String outcome = status.getOrDefault("outcome", "not looked at yet");
        output().say(
                        Output.object(
                                "directory",
                                directory.toString(),
                                "url",
                                status.get("url"),
                                "running",
                                running,
                                "paused",
                                paused,
                                "outcome",
                                outcome,
                                "time",
                                status.get("time"),
                                "files",
                                Long.valueOf(status.getOrDefault("files", "0")),
                                "troubles",
                                troubles.isEmpty() ? null : troubles),
                        Output.shown(directory.toString()) + " and " + status.getOrDefault("url", "a folder") + ": "
                                + outcome + ", " + status.getOrDefault("files", "0") + " files, looked at "
                                + status.getOrDefault("time", "never")
                                + (paused ? "; paused" : running ? "; at work" : "; nothing is at work"));
        troubles.forEach(trouble -> output().line("    " + Output.shown(trouble)));
        return outcome.startsWith("in step") ? Exit.DONE : Exit.PARTLY;
    }

    private int log(Path directory) throws IOException {
        for (String line : Report.log(directory, lines)) {
            String[] fields = line.split("\t", -1);
            output().say(
                            Output.object(
                                    "time",
                                    fields[0],
                                    "what",
                                    fields[1],
                                    "path",
                                    fields[2].isEmpty() ? null : '/' + fields[2],
                                    "detail",
                                    fields[3].isEmpty() ? null : fields[3]),
                            Output.shown(fields[0] + "  " + fields[1] + ' ' + fields[2]
                                    + (fields[3].isEmpty() ? "" : ": " + fields[3])));
        }
        return Exit.DONE;
    }

    private int pause(Path directory, boolean pauses) throws IOException {
        Path file = Report.paused(directory);
        if (pauses && !Files.exists(file)) {
            Files.createFile(file);
        } else if (!pauses) {
            Files.deleteIfExists(file);
        }
        output().say(
                        Output.object("directory", directory.toString(), "paused", pauses),
                        Output.shown(directory.toString()) + (pauses ? " rests." : " goes on."));
        return Exit.DONE;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "-");
        } catch (UnknownHostException e) {
            return "another machine";
        }
    }
}

package io.tidemark.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line {@code tidemark}. */
@Command(
        name = "tidemark",
        description = "Works with files, folders and their history on Tidemark servers.",
        mixinStandardHelpOptions = true,
        version = "tidemark",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done, 1 failed (server, network, disk), 2 wrong use, 3 done in part, 4 not found, 5"
                    + " conflict, 6 locked,",
            "7 not logged in or no right, 8 no room, 9 differs (diff --exit-code)."
        })
public final class Tidemark implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "What is to be done? tidemark --help lists the commands.");
    }

    /**
     * Runs, and ends the process with the exit code that {@code --help} names. Whether there is a terminal is for the script to say, by
     * {@code tidemark.terminal}: Java has not always known.
     */
    public static void main(String[] arguments) {
        Surroundings surroundings = new Surroundings(
                System.in,
                new PrintStream(System.out, false, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                System.getenv(),
                Boolean.getBoolean("tidemark.terminal"),
                Path.of(System.getProperty("user.home", "")),
                Clock.system(ZoneId.systemDefault()));
        System.exit(run(surroundings, arguments));
    }

    /** Runs one command, and says its exit code. */
    static int run(Surroundings surroundings, String... arguments) {
        CommandLine line = new CommandLine(new Tidemark());
        Map<String, Supplier<Verb>> verbs = verbs();
        // To know one command takes a tenth of the time that it takes to know them all.
        Set<String> needed =
                arguments.length > 0 && verbs.containsKey(arguments[0]) ? Set.of(arguments[0]) : verbs.keySet();
        needed.forEach(name -> {
            Verb verb = Objects.requireNonNull(verbs.get(name)).get();
            verb.use(surroundings);
            CommandLine known = new CommandLine(verb);
            verb.parts().forEach((part, of) -> {
                of.use(surroundings);
                known.addSubcommand(part, of);
            });
            line.addSubcommand(name, known);
        });
        if (needed.size() > 1) {
            line.addSubcommand("completion", new AutoComplete.GenerateCompletion());
        }
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                surroundings.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        // A name may begin with an at sign.
        line.setExpandAtFiles(false);
        int exit = line.execute(arguments);
        surroundings.out().flush();
        return exit;
    }

    private static Map<String, Supplier<Verb>> verbs() {
        Map<String, Supplier<Verb>> verbs = new LinkedHashMap<>();
        verbs.put("login", LoginVerb::new);
        verbs.put("logout", LogoutVerb::new);
        verbs.put("servers", ServersVerb::new);
        verbs.put("whoami", WhoamiVerb::new);
        verbs.put("ls", ListVerb::new);
        verbs.put("get", GetVerb::new);
        verbs.put("put", PutVerb::new);
        verbs.put("rm", RemoveVerb::new);
        verbs.put("mv", MoveVerb::new);
        verbs.put("cp", CopyVerb::new);
        verbs.put("mkdir", MakeFolderVerb::new);
        verbs.put("cat", CatVerb::new);
        verbs.put("log", LogVerb::new);
        verbs.put("history", HistoryVerb::new);
        verbs.put("diff", DiffVerb::new);
        verbs.put("restore", RestoreVerb::new);
        verbs.put("undo", UndoVerb::new);
        verbs.put("label", LabelVerb::new);
        verbs.put("lock", LockVerb::new);
        verbs.put("unlock", UnlockVerb::new);
        verbs.put("checkout", CheckoutVerb::new);
        verbs.put("checkin", CheckinVerb::new);
        verbs.put("uncheckout", UncheckoutVerb::new);
        verbs.put("find", FindVerb::new);
        verbs.put("admin", AdminVerb::new);
        verbs.put("sync", SyncVerb::new);
        return verbs;
    }
}

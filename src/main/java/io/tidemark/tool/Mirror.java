package io.tidemark.tool;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line {@code scripts/mirror}: keeps a local directory equal to a collection (RFC 6578, appendix B). */
@Command(
        name = "mirror",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        version = "Tidemark mirror",
        description =
                "Keeps DIRECTORY equal to the collection at URL. The first run fetches everything, later ones what"
                        + " changed since. What the server does not have is not touched, what it changes is overwritten.",
        footer = {
            "",
            "Exit codes:",
            "  0  DIRECTORY is equal to the collection",
            "  1  the run could not go on (server, network, disk); the next one takes up where it stopped",
            "  2  wrong options, or a DIRECTORY that cannot be used",
            "  3  equal, except for what was listed"
        })
public final class Mirror implements Callable<Integer> {

    static final int FAILED = 1;
    static final int UNUSABLE = 2;
    static final int INCOMPLETE = 3;

    @Parameters(index = "0", paramLabel = "URL", description = "The collection, http or https.")
    private String url = "";

    @Parameters(index = "1", paramLabel = "DIRECTORY", description = "Made if missing; empty at the first run.")
    private Path directory = Path.of("");

    @Option(names = "--user", paramLabel = "NAME", description = "For HTTP Basic authentication.")
    private String user = "";

    @Option(
            names = "--password",
            paramLabel = "P",
            description = "Better: in the environment, as TIDEMARK_PASSWORD, where others cannot read it.")
    private @Nullable String password;

    @Option(
            names = "--watch",
            paramLabel = "SECONDS",
            description = "Go on, and look again after that time, whatever fails meanwhile.")
    private int watch;

    @Option(
            names = "--verify",
            description = "First hash all that is in DIRECTORY; fetch what was changed or deleted here, list what was"
                    + " added.")
    private boolean verify;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "Where the state is, on DIRECTORY's file system but outside it. DIRECTORY.mirror unless told.")
    private @Nullable Path stateDirectory;

    @Option(names = "--parallel", paramLabel = "N", description = "Downloads at a time; 4 unless told.")
    private int parallel = 4;

    @Option(names = "--page", paramLabel = "N", description = "Members that one report may list; 1000 unless told.")
    private int page = 1000;

    @Option(
            names = {"-v", "--verbose"},
            description = "Name each file.")
    private boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            description = "Speak of troubles only.")
    private boolean quiet;

    /** Runs, and ends the process with the exit code that the class names. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Mirror()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        Progress progress = new Progress(new PrintStream(System.err, true, StandardCharsets.UTF_8), quiet, verbose);
        try {
            return mirror(progress);
        } catch (UnusableException | IllegalArgumentException e) {
            progress.warn(String.valueOf(e.getMessage()));
            return UNUSABLE;
        } catch (IOException e) {
            progress.warn(describe(e));
            return FAILED;
        }
    }

    private int mirror(Progress progress) throws UnusableException, IOException, InterruptedException {
        if (watch < 0 || parallel < 1 || parallel > 64 || page < 1) {
            throw new UnusableException("--watch, --parallel (1 to 64) and --page need positive numbers.");
        }
        CollectionUrl collection = CollectionUrl.of(url);
        Path place = directory.toAbsolutePath().normalize();
        Path beside = stateDirectory != null ? stateDirectory : place.resolveSibling(place.getFileName() + ".mirror");
        if (Files.exists(place) && !Files.isDirectory(place)) {
            throw new UnusableException(directory + " is not a directory.");
        }
        try (LocalTree tree = LocalTree.open(place, beside);
                MirrorState state = MirrorState.open(beside.resolve("journal"), collection.toString())) {
            if (state.isNew() && !tree.isEmpty()) {
                throw new UnusableException(directory + " is not empty, and no mirror of this collection yet.");
            }
            return mirror(collection, tree, state, beside, progress);
        }
    }

    private int mirror(CollectionUrl collection, LocalTree tree, MirrorState state, Path beside, Progress progress)
            throws IOException, InterruptedException {
        Remote remote = new Remote(collection, user, password());
        Retry retry = new Retry(500, progress);
        NameClaims names = NameClaims.probe(beside);
        names.claimAll(state.entries());
        Changes changes = new Changes(tree, state, names, progress);
        try (Downloads downloads = new Downloads(new Fetcher(remote, tree, retry, progress), parallel)) {
            Synchroniser synchroniser = new Synchroniser(
                    collection, new Reports(remote, retry, progress, page), tree, state, changes, downloads);
            if (watch == 0) {
                return once(synchroniser, tree, state, progress, true);
            }
            for (boolean first = true; ; first = false) {
                try {
                    once(synchroniser, tree, state, progress, first);
                } catch (IOException e) {
                    progress.warn(describe(e));
                }
                Thread.sleep(watch * 1000L);
            }
        }
    }

    private int once(Synchroniser synchroniser, LocalTree tree, MirrorState state, Progress progress, boolean first)
            throws IOException, InterruptedException {
        progress.start();
        Verification verification = new Verification(tree, state, progress);
        if (verify && first) {
            verification.run();
        }
        boolean complete = synchroniser.run();
        if (first || progress.isAny()) {
            state.troubles().forEach((key, reason) -> progress.warn("not mirrored: " + key + ": " + reason));
            progress.finish(complete ? "up to date" : "not complete");
        }
        boolean added = verify && first && verification.reportAdditions() > 0;
        return complete && !added ? 0 : INCOMPLETE;
    }

    private String password() {
        String given = password != null ? password : System.getenv("TIDEMARK_PASSWORD");
        return given == null ? "" : given;
    }

    private static String describe(IOException e) {
        return e.getMessage() == null || e instanceof FileSystemException ? e.toString() : e.getMessage();
    }
}

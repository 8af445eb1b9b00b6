package io.tidemark.tool;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line {@code scripts/export --history}: writes a collection with all versions of its files to an archive. */
@Command(
        name = "export --history",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        version = "Tidemark export",
        description =
                "Writes the collection at URL to standard output, as a tar archive that scripts/import --history takes:"
                        + " all versions of its files on their primary branches, each with its time, author, comment and labels, then"
                        + " the directories and what is under no version control.",
        footer = {
            "",
            "Exit codes:",
            "  0  all is in the archive",
            "  1  the export could not go on (server, network, disk); the archive is not whole",
            "  2  wrong options"
        })
public final class HistoryExport implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    @Parameters(index = "0", paramLabel = "URL", description = "The collection, http or https.")
    private String url = "";

    @Option(names = "--user", paramLabel = "NAME", description = "For HTTP Basic authentication.")
    private String user = "";

    @Option(
            names = "--password",
            paramLabel = "P",
            description = "Better: in the environment, as TIDEMARK_PASSWORD, where others cannot read it.")
    private @Nullable String password;

    @Option(
            names = {"-q", "--quiet"},
            description = "Speak of troubles only.")
    private boolean quiet;

    /** Runs, and ends the process with the exit code that the class names. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new HistoryExport()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        Progress progress =
                new Progress("export", new PrintStream(System.err, true, StandardCharsets.UTF_8), quiet, false);
        try {
            CollectionUrl collection = CollectionUrl.of(url);
            String given = password != null ? password : System.getenv("TIDEMARK_PASSWORD");
            Remote remote = new Remote(collection, user, given == null ? "" : given);
            Path directory = Files.createTempDirectory("tidemark-export");
            try {
                OutputStream out = new BufferedOutputStream(System.out);
                new VersionArchive(collection, remote, new Retry(500, progress), progress, directory).write(out);
            } finally {
                delete(directory);
            }
            return 0;
        } catch (IllegalArgumentException e) {
            progress.warn(String.valueOf(e.getMessage()));
            return UNUSABLE;
        } catch (IOException | UnsafeNameException e) {
            progress.warn(String.valueOf(e.getMessage()));
            return FAILED;
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(directory);
    }
}

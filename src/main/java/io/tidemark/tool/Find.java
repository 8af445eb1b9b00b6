package io.tidemark.tool;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line {@code scripts/find}: finds files and folders by what is known of them. */
@Command(
        name = "find",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        version = "Tidemark find",
        description =
                "Lists the files and folders below the collection at URL of which all WORDS hold, the newest first: when it was"
                        + " modified, how many bytes it has, and where it is.",
        footer = {
            "",
            "WORDS are looked for in names and texts; rep* stands for all that begins so, and words in one argument, or between"
                    + " quotation marks, must follow one another. Among them may stand",
            "  name:plan, name:*.odt     what the name contains, or is like",
            "  author:ann  label:final   who wrote it, and a label of its revision",
            "  type:pdf  type:folder     what it is",
            "  after:2026-11-30  before:2026-11-30T10:00:00Z   when it was changed; a year or a month will do",
            "",
            "Exit codes:",
            "  0  all that is to be found is listed, or as many as --limit says",
            "  1  the server did not answer, or refused",
            "  2  wrong options, or words that mean nothing"
        })
public final class Find implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @Parameters(index = "0", paramLabel = "URL", description = "The collection, http or https.")
    private String url = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "WORDS", description = "What is looked for.")
    private List<String> words = List.of();

    @Option(names = "--user", paramLabel = "NAME", description = "For HTTP Basic authentication.")
    private String user = "";

    @Option(
            names = "--password",
            paramLabel = "P",
            description = "Better: in the environment, as TIDEMARK_PASSWORD, where others cannot read it.")
    private @Nullable String password;

    @Option(names = "--limit", paramLabel = "N", description = "How many are listed; 100 unless told, 0 for all.")
    private int limit = 100;

    @Option(names = "--urls", description = "List URLs and nothing else.")
    private boolean urls;

    /** Runs, and ends the process with the exit code that the class names. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Find()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        Progress progress =
                new Progress("find", new PrintStream(System.err, true, StandardCharsets.UTF_8), false, false);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try {
            if (limit < 0) {
                throw new IllegalArgumentException("--limit needs a number that is not negative.");
            }
            CollectionUrl collection = CollectionUrl.of(url);
            String condition = new FindQuery(ZoneId.systemDefault()).condition(words);
            String given = password != null ? password : System.getenv("TIDEMARK_PASSWORD");
            Remote remote = new Remote(collection, user, given == null ? "" : given);
            Search search = new Search(remote, new Retry(500, progress), collection.member("", true), condition);
            Search.Page end =
                    search.run(limit == 0 ? Integer.MAX_VALUE : limit, match -> out.println(line(collection, match)));
            out.flush();
            if (condition.contains("<D:contains>")) {
                progress.warn(
                        end.known()
                                .map(until -> "Contents are known until " + until + '.')
                                .orElse(
                                        "Words are looked for in names alone, or not in all contents yet: these are not known."));
            }
            if (end.more()) {
                progress.warn("There is more than is listed.");
            }
            return 0;
        } catch (IllegalArgumentException e) {
            progress.warn(String.valueOf(e.getMessage()));
            return UNUSABLE;
        } catch (IOException e) {
            progress.warn(e.getMessage() == null ? e.toString() : e.getMessage());
            return FAILED;
        }
    }

    private String line(CollectionUrl collection, Search.Match match) {
        URI at = collection.at(match.href());
        if (urls) {
            return at.toString();
        }
        String time = match.modified()
                .map(modified -> TIME.format(modified.atZone(ZoneId.systemDefault())))
                .orElse("-");
        return String.format("%-19s %12s  %s", time, match.length(), shown(at.getRawPath()));
    }

    /** A path for people; what would break the line stays encoded. */
    private static String shown(String path) {
        String readable = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        return readable.chars().anyMatch(Character::isISOControl) ? path : readable;
    }
}

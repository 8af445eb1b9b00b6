package io.tidemark.replica;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What others can read of a replica while it is at work: {@code status}, written anew after each pass, and {@code log}, which is added
 * to and begun anew when it is long. In both, tabs and line feeds of names are escapes.
 */
public final class Report implements Events {

    private static final long LONG = 1_000_000;

    private final Path own;
    private final Keeper.Told told;
    private final Map<String, String> troubles = new TreeMap<>();

    Report(Path own, Keeper.Told told) {
        this.own = own;
        this.told = told;
    }

    /** The file that is there while a replica is paused. */
    public static Path paused(Path directory) {
        return Folder.own(directory).resolve("paused");
    }

    /** What {@code status} says, by name; nothing before the first pass. */
    public static Map<String, String> status(Path directory) throws IOException {
        Map<String, String> said = new TreeMap<>();
        for (String line : lines(Folder.own(directory).resolve("status"))) {
            int tab = line.indexOf('\t');
            said.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return said;
    }

    /** The last lines of the log: a time, what, where, and more about it, with tabs between. */
    public static List<String> log(Path directory, int most) throws IOException {
        List<String> lines = new ArrayList<>(lines(Folder.own(directory).resolve("log.old")));
        lines.addAll(lines(Folder.own(directory).resolve("log")));
        return lines.subList(Math.max(0, lines.size() - most), lines.size());
    }

    /** Whether a process is at work in a folder. */
    public static boolean isAtWork(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(Folder.own(directory).resolve("lock"), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Writes {@code status}. */
    void finish(Replica replica, boolean done) throws IOException {
        State state = replica.state();
        StringBuilder text = new StringBuilder();
        line(text, "url", state.url());
        line(text, "login", state.server());
        line(text, "time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        line(text, "outcome", outcome(replica, done));
        line(
                text,
                "files",
                Long.toString(state.base().all().stream()
                        .filter(item -> !item.folder())
                        .count()));
        int number = 0;
        for (Map.Entry<String, String> trouble : replica.troubles().entrySet()) {
            line(text, String.format("trouble.%04d", ++number), trouble.getKey() + ": " + trouble.getValue());
        }
        Path draft = own.resolve("status.new");
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        Files.move(draft, own.resolve("status"), StandardCopyOption.ATOMIC_MOVE);
        troubles.keySet().retainAll(replica.troubles().keySet());
    }

    private static String outcome(Replica replica, boolean done) {
        if (done) {
            return replica.isBusy() ? "in step, but for files that are being written" : "in step";
        }
        return replica.waitsForYes() ? "waits for --allow-deletions" : "not in step";
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append('\t').append(escaped(value)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private void tell(String what, String path, String detail) {
        told.tell(what, path, detail);
        try {
            Path log = own.resolve("log");
            if (Files.exists(log) && Files.size(log) > LONG) {
                Files.move(log, own.resolve("log.old"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(
                    log,
                    String.join(
                                    "\t",
                                    Instant.now()
                                            .truncatedTo(ChronoUnit.SECONDS)
                                            .toString(),
                                    what,
                                    escaped(path),
                                    escaped(detail))
                            + '\n',
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void did(String what, String path, String detail) {
        tell(what, path, detail);
    }

    @Override
    public void conflict(String path, String aside) {
        tell("conflict", path, "what was here is " + aside + " now");
    }

    @Override
    public void cameBack(String path, boolean deletedHere) {
        tell("came back", path, deletedHere ? "deleted here, but changed there" : "deleted there, but changed here");
    }

    @Override
    public void trouble(String path, String reason) {
        // Once, not in each pass.
        if (!reason.equals(troubles.put(path, reason))) {
            tell("left out", path, reason);
        }
    }

    @Override
    public void note(String message) {
        tell("note", "", message);
    }
}

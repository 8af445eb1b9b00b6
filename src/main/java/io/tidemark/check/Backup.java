package io.tidemark.check;

import io.tidemark.content.FileContentStore;
import io.tidemark.content.Stillness;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command line {@code scripts/backup}. The database is copied first and the contents afterwards, while none is deleted: what
 * the database names then was there before it was named, so that the contents are all that it needs, and some more.
 */
@Command(
        name = "backup",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Makes a backup of a store in a new directory of TARGET, while its servers run, and checks it. What an earlier"
                        + " backup in TARGET has of the contents is linked, and takes no room. PostgreSQL needs pg_dump and"
                        + " pg_restore.",
        footer = {
            "",
            "Exit codes:",
            "  0  there is a new backup, and all is as it should be",
            "  1  there is none, because what was listed is not as it should be",
            "  2  there is none, for the reason that was given"
        })
public final class Backup implements Callable<Integer> {

    /** What a whole backup has, and nothing else. */
    static final String MANIFEST = "backup.properties";

    private static final int BROKEN = 1;
    private static final int UNUSABLE = 2;
    private static final String NAME = "tidemark-";
    private static final String PARTIAL = ".partial-";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Mixin
    private final Store store = new Store();

    @Parameters(paramLabel = "TARGET", description = "The directory that backups are in; made if missing.")
    private Path target = Path.of(".");

    @Option(names = "--quick", description = "Do not read the contents that were copied.")
    private boolean quick;

    /** Runs, and ends the process with the exit code that the class names. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Backup()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            Files.createDirectories(target);
            try (FileChannel channel = FileChannel.open(
                            target.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock alone = channel.tryLock()) {
                if (alone == null) {
                    throw new BackupFailure("Another backup is being made in " + target + '.');
                }
                return make();
            }
        } catch (BackupFailure | SQLException | IllegalArgumentException e) {
            System.err.println("backup: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("backup: " + e);
        }
        return UNUSABLE;
    }

    private int make() throws IOException, SQLException, InterruptedException {
        // What was interrupted is no backup.
        for (Path left : list(PARTIAL)) {
            delete(left);
        }
        NavigableSet<Path> earlier = list(NAME);
        Instant now = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS);
        String name = NAME + TIME.format(now);
        if (Files.exists(target.resolve(name))) {
            throw new BackupFailure("There is a " + name + " of this very second already.");
        }
        Path made = Files.createDirectory(target.resolve(PARTIAL + name));
        boolean whole = false;
        try {
            whole = fill(made, earlier, now);
        } finally {
            if (!whole) {
                delete(made);
            }
        }
        if (!whole) {
            System.err.println(
                    "backup: there is none, because the store is not as it should be; see docs/operations.md");
            return BROKEN;
        }
        Path done = target.resolve(name);
        Files.move(made, done, StandardCopyOption.ATOMIC_MOVE);
        ContentCopy.synchronise(target, StandardOpenOption.READ);
        System.out.println(done);
        return 0;
    }

    /** Copies and checks; says whether all is as it should be. */
    private boolean fill(Path made, NavigableSet<Path> earlier, Instant now)
            throws IOException, SQLException, InterruptedException {
        try (Closeable still = new Stillness(store.contentDirectory()).hold();
                Snapshot snapshot = store.isShared() ? new PostgresSnapshot(store) : new EmbeddedSnapshot(store)) {
            snapshot.copyTo(made);
            ContentCopy contents = new ContentCopy(
                    store.contentDirectory(),
                    made.resolve("content"),
                    earlier.isEmpty() ? null : earlier.last().resolve("content"));
            contents.run();
            // Nothing that the copy lacks can be deleted any more: the collector may go on.
            still.close();
            System.out.printf("%d files of contents copied, %d linked.%n", contents.copied(), contents.linked());
            boolean whole = check(snapshot.state(), made);
            if (whole) {
                describe(snapshot.state(), now, made);
            }
            return whole;
        }
    }

    private boolean check(Connection state, Path made) throws SQLException, IOException {
        Findings findings = new Findings(state);
        findings.look();
        if (!quick) {
            findings.look(new FileContentStore(made.resolve("content")));
        }
        return findings.end() == 0;
    }

    /** Written last: what has it is whole. */
    private void describe(Connection state, Instant now, Path made) throws SQLException, IOException {
        String text;
        try (Statement statement = state.createStatement();
                ResultSet row = statement.executeQuery("select number, hash, (select \"version\" from"
                        + " \"flyway_schema_history\" where \"version\" is not null order by \"installed_rank\" desc"
                        + " fetch first 1 rows only) from journal_head")) {
            row.next();
            text = "created=" + now + "\ndatabase=" + (store.isShared() ? "postgresql" : "h2") + "\nschema="
                    + row.getString(3) + "\nchanges=" + row.getLong(1) + "\nhash="
                    + HexFormat.of().formatHex(row.getBytes(2)) + "\ncontents-checked=" + !quick + '\n';
        }
        state.rollback();
        Path manifest = Files.writeString(made.resolve(MANIFEST), text);
        ContentCopy.synchronise(manifest, StandardOpenOption.WRITE);
        ContentCopy.synchronise(made, StandardOpenOption.READ);
    }

    private NavigableSet<Path> list(String prefix) throws IOException {
        NavigableSet<Path> found = new TreeSet<>();
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(target, prefix + "*")) {
            directories.forEach(found::add);
        }
        return found;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

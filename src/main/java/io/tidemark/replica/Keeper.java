package io.tidemark.replica;

import io.tidemark.tool.CollectionUrl;
import io.tidemark.tool.Connection;
import io.tidemark.tool.UnusableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

/** Keeps a folder in step with a collection: what command lines have of this room. */
public final class Keeper implements AutoCloseable {

    private final Replica replica;
    private final DavServer server;
    private final Report report;
    private final Path directory;
    private final Settings settings;

    /** So often files that are being written are waited for, before one pass alone is taken for enough. */
    private static final int MOST_WAITS = 10;

    private static final long LOOK_WHETHER_PAUSED_MILLIS = 2_000;
    private static final long FIRST_PATIENCE_MILLIS = 1_000;
    private static final long MOST_PATIENCE_MILLIS = 60_000;

    /**
     * How it is done.
     *
     * @param who has written what is here, for the names of conflicts
     * @param quietSeconds how long a file must not have been changed before it is sent
     * @param share the part of all files, 0 to 1, above which deletions wait for a yes
     * @param yes whether any number may be deleted
     */
    public record Settings(String who, int quietSeconds, double share, boolean yes) {

        /** So few deletions need no yes, whatever their share is. */
        private static final int FEW = 20;

        private Replica.Settings ofReplica() {
            return new Replica.Settings(
                    who, quietSeconds * 1000L, FEW, share, yes, Clock.system(ZoneId.systemDefault()));
        }
    }

    /** To which collection a folder belongs, and by which name the user has logged in there. */
    public record Belonging(String url, String login) {}

    private Keeper(Path directory, Replica replica, DavServer server, Report report, Settings settings) {
        this.directory = directory;
        this.replica = replica;
        this.server = server;
        this.report = report;
        this.settings = settings;
    }

    /** Whether a folder belongs to a collection already. */
    public static boolean isKept(Path directory) {
        return Files.exists(Replica.journal(directory));
    }

    /**
     * Has a folder belong to a collection; it is made if it is missing. What is in both is united, and nothing is deleted.
     *
     * @throws UnusableException when it belongs to one already, is in one that does, or another process is at work in it
     */
    public static void begin(Path directory, Belonging belonging) throws IOException, UnusableException {
        Files.createDirectories(directory);
        for (Path above = directory.toRealPath().getParent(); above != null; above = above.getParent()) {
            if (isKept(above)) {
                throw new UnusableException(directory + " is inside " + above + ", which is kept in step itself.");
            }
        }
        Replica.begin(directory, belonging.url(), belonging.login());
    }

    /** To which collection a folder belongs. */
    public static Belonging belonging(Path directory) throws IOException, UnusableException {
        return Replica.belonging(directory);
    }

    /**
     * Takes hold of a folder that belongs to a collection.
     *
     * @throws UnusableException when another process has hold of it
     */
    public static Keeper open(Path directory, CollectionUrl url, Connection connection, Settings settings, Told told)
            throws IOException, UnusableException {
        DavServer server = new DavServer(url, connection);
        Report report = new Report(Folder.own(directory), told);
        Replica replica = Replica.open(directory, server, settings.ofReplica(), report, () -> {});
        return new Keeper(directory, replica, server, report, settings);
    }

    /** Hears of what is done, as it is done. */
    public interface Told {

        /**
         * One thing.
         *
         * @param what a word or two
         * @param path where; empty for what is about no path
         * @param detail more about it; may be empty
         */
        void tell(String what, String path, String detail);
    }

    /**
     * Brings both in step, once.
     *
     * @return whether they are; otherwise it was told what is not
     */
    public boolean once() throws IOException, InterruptedException {
        boolean done = false;
        try {
            done = pass();
            for (int more = 0; replica.isBusy() && more < MOST_WAITS; more++) {
                Thread.sleep(settings.quietSeconds() * 1000L + 100);
                done = pass();
            }
            done &= !replica.isBusy();
        } finally {
            report.finish(replica, done);
        }
        return done;
    }

    private boolean pass() throws IOException, InterruptedException {
        try {
            return replica.pass();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Keeps both in step until the thread is interrupted. */
    public void always() throws IOException, InterruptedException {
        try (Watch watch = new Watch(directory, server)) {
            long patience = FIRST_PATIENCE_MILLIS;
            while (true) {
                if (Files.exists(Report.paused(directory))) {
                    Thread.sleep(LOOK_WHETHER_PAUSED_MILLIS);
                    continue;
                }
                try {
                    watch.begin();
                    boolean done = pass();
                    report.finish(replica, done);
                    patience = FIRST_PATIENCE_MILLIS;
                    watch.await(replica.state().token(), replica.isBusy() ? settings.quietSeconds() + 1 : Watch.USUAL);
                } catch (IOException e) {
                    report.note(String.valueOf(e.getMessage()));
                    report.finish(replica, false);
                    Thread.sleep(patience);
                    patience = Math.min(patience * 2, MOST_PATIENCE_MILLIS);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        replica.close();
    }
}

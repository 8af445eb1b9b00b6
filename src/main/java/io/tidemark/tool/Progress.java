package io.tidemark.tool;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Tells the user on standard error what goes on, and counts. For several threads. */
final class Progress {

    private static final long INTERVAL = 2_000_000_000L;

    private final String name;
    private final PrintStream out;
    private final boolean quiet;
    private final boolean verbose;
    private final LongAdder bytes = new LongAdder();
    private long fetched;
    private long reused;
    private long moved;
    private long removed;
    private long directories;
    private long started = System.nanoTime();
    private long lastLine = started;

    /** Progress of the mirror. */
    Progress(PrintStream out, boolean quiet, boolean verbose) {
        this("mirror", out, quiet, verbose);
    }

    /**
     * Progress of a command line.
     *
     * @param name what each line begins with
     */
    Progress(String name, PrintStream out, boolean quiet, boolean verbose) {
        this.name = name;
        this.out = out;
        this.quiet = quiet;
        this.verbose = verbose;
    }

    /** Begins to count anew. */
    synchronized void start() {
        bytes.reset();
        fetched = 0;
        reused = 0;
        moved = 0;
        removed = 0;
        directories = 0;
        started = System.nanoTime();
        lastLine = started;
    }

    /** Counts what came over the network. */
    void received(int count) {
        bytes.add(count);
    }

    synchronized void fetched(String path) {
        fetched++;
        detail("get    ", path);
    }

    synchronized void reused(String path) {
        reused++;
        detail("reuse  ", path);
    }

    synchronized void moved(String path) {
        moved++;
        detail("move   ", path + '/');
    }

    synchronized void removed(String path) {
        removed++;
        detail("remove ", path);
    }

    synchronized void directory(String path) {
        directories++;
        detail("mkdir  ", path + '/');
    }

    /** Whether something was done since the start. */
    synchronized boolean isAny() {
        return fetched + reused + moved + removed + directories > 0;
    }

    /** A message for which the user need not do anything. */
    void note(String message) {
        if (!quiet) {
            warn(message);
        }
    }

    /** A message that the user should see. */
    synchronized void warn(String message) {
        out.println(name + ": " + printable(message));
    }

    /** Says how far it has come, when it has not for a while. */
    synchronized void tick() {
        if (!quiet && !verbose && System.nanoTime() - lastLine > INTERVAL) {
            lastLine = System.nanoTime();
            warn("… " + counts());
        }
    }

    /** Says what was done. */
    synchronized void finish(String outcome) {
        note(outcome + ": " + counts());
    }

    private String counts() {
        return String.format(
                Locale.ROOT,
                "%,d fetched (%,d bytes), %,d reused, %,d directories moved, %,d removed, %,d directories made, %.1f s",
                fetched,
                bytes.sum(),
                reused,
                moved,
                removed,
                directories,
                (System.nanoTime() - started) / 1e9);
    }

    private void detail(String what, String path) {
        if (verbose) {
            out.println(what + printable(path));
        }
        tick();
    }

    /** Names come from others: they must not be able to steer the terminal. */
    static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                safe.append(String.format("\\x%02x", c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}

package io.tidemark.replica;

import io.tidemark.tool.RefusedException;
import io.tidemark.tool.UnusableException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A folder and a collection that are kept in step. A pass looks at both, plans, carries out, and plans again until nothing is left
 * to do. It may be killed anywhere: what it knows is on the disk, and what it did but had not noted is seen by the next one.
 */
final class Replica implements AutoCloseable {

    private static final int ATTEMPTS = 4;
    // A plan that never ends would be a mistake in it.
    private static final int STAGES = 10_000;

    private final Folder folder;
    private final State state;
    private final Server server;
    private final Settings settings;
    private final Events events;
    private final Attic attic;
    private final Steps steps;
    private final Map<String, String> troubles = new TreeMap<>();
    private boolean held;
    private boolean busy;

    /**
     * How it behaves.
     *
     * @param who has written what is here, for the names of conflicts
     * @param quietMillis how long a file must not have been changed before it is sent
     * @param mostDeletions up to how many deletions need no yes, whatever their share is
     * @param share the part of all files, 0 to 1, above which deletions wait for a yes
     * @param yes whether any number may be deleted
     */
    record Settings(String who, long quietMillis, int mostDeletions, double share, boolean yes, Clock clock) {}

    private Replica(Folder folder, State state, Server server, Settings settings, Events events) {
        this.folder = folder;
        this.state = state;
        this.server = server;
        this.settings = settings;
        this.events = events;
        this.attic = new Attic(folder, state, events, settings.who(), settings.clock());
        this.steps = new Steps(folder, state, server, attic, events);
    }

    /**
     * Has a folder, which must be there, belong to a collection from now on.
     *
     * @param login by which name the user has logged in there
     * @throws UnusableException when it belongs to one already, or a replica is at work in it
     */
    static void begin(Path directory, String url, String login) throws IOException, UnusableException {
        try (Folder folder = Folder.open(directory, () -> {});
                State state = State.open(journal(folder.root()))) {
            if (!state.url().isEmpty()) {
                throw new UnusableException(directory + " is kept in step with " + state.url() + '.');
            }
            state.begin(url, login);
        }
    }

    /** To which collection a folder belongs. */
    static Keeper.Belonging belonging(Path directory) throws IOException, UnusableException {
        try (Folder folder = Folder.open(directory, () -> {});
                State state = State.open(journal(folder.root()))) {
            return new Keeper.Belonging(state.url(), state.server());
        }
    }

    static Path journal(Path root) {
        return Folder.own(root).resolve("journal");
    }

    /** Takes hold of a folder for which {@link #begin} was called once. */
    static Replica open(Path directory, Server server, Settings settings, Events events, Runnable boundary)
            throws IOException, UnusableException {
        Folder folder = Folder.open(directory, boundary);
        try {
            State state = State.open(journal(folder.root()));
            Replica replica = new Replica(folder, state, server, settings, events);
            replica.attic.recover();
            return replica;
        } catch (IOException | UnusableException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** What could not be brought to the other side by the last pass, with the reason. */
    Map<String, String> troubles() {
        return troubles;
    }

    /** Whether the last pass has left deletions undone that want a yes. */
    boolean waitsForYes() {
        return held;
    }

    /** Whether the last pass has left files for later that are being written. */
    boolean isBusy() {
        return busy;
    }

    State state() {
        return state;
    }

    /**
     * Brings both sides in step.
     *
     * @return whether they are, but for {@link #troubles} and files that are being written
     */
    boolean pass() throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            troubles.clear();
            held = false;
            boolean settled = attempt();
            attic.empty();
            state.force();
            if (settled || attempt == ATTEMPTS) {
                troubles.forEach(events::trouble);
                return settled && troubles.isEmpty() && !held;
            }
        }
    }

    /** One look and what follows from it; false when something came in between. */
    private boolean attempt() throws IOException, InterruptedException {
        new Look(state, server, events).there();
        Ignored ignored = Ignored.in(folder.root());
        if (!Files.exists(journal(folder.root()))) {
            throw new IOException(folder.root() + " is not what it was: a disk that is not mounted any more?");
        }
        Scan scan = Scan.of(folder, state.base(), ignored, settings.quietMillis());
        steps.look(scan.items());
        Map<String, String> left = new TreeMap<>(scan.left());
        busy = scan.left().containsValue(Scan.BUSY);
        left.putAll(state.closed());
        left.forEach((path, reason) -> {
            if (!reason.equals(Scan.BUSY)) {
                troubles.put(path, reason);
            }
        });
        Set<String> untouched = ignored(ignored);
        boolean settled = true;
        boolean seen = true;
        for (int stage = 0; stage < STAGES; stage++) {
            Set<String> all = new TreeSet<>(untouched);
            all.addAll(left.keySet());
            Plan plan = Plan.of(state.base(), scan.items(), state.there(), all);
            if (plan.isEmpty() && seen) {
                return settled;
            }
            if ((plan.isEmpty() || plan.needsToken()) && !seen) {
                // Whole folders go as they were told last: after what was just done there, that is to be asked anew. In
                // the
                // end one learns the identities of what was made.
                new Look(state, server, events).there();
                untouched = ignored(ignored);
                seen = true;
                continue;
            }
            if (plan.deletes() && isTooMuch(plan, scan)) {
                held = true;
                return settled;
            }
            for (Step step : plan.steps()) {
                settled &= run(step, left);
                seen &= !step.writesThere();
            }
            state.force();
        }
        throw new IllegalStateException("The plan does not come to an end.");
    }

    private Set<String> ignored(Ignored rules) {
        Set<String> found = new TreeSet<>(rules.among(state.there()));
        found.addAll(rules.among(state.base()));
        return found;
    }

    private boolean run(Step step, Map<String, String> left) throws IOException, InterruptedException {
        try {
            steps.run(step);
            return true;
        } catch (StaleException e) {
            leave(step, left, String.valueOf(e.getMessage()));
            return false;
        } catch (RefusedException e) {
            if (e.status() == 401) {
                throw e;
            }
            leave(step, left, String.valueOf(e.getMessage()));
            return true;
        } catch (FileSystemException e) {
            leave(step, left, e.toString());
            return true;
        }
    }

    private void leave(Step step, Map<String, String> left, String reason) {
        troubles.put(step.path(), reason);
        left.put(step.path(), reason);
        if (step instanceof Step.Move move) {
            left.put(move.from(), reason);
            left.put(move.base(), reason);
        }
    }

    private boolean isTooMuch(Plan plan, Scan scan) {
        long files = state.base().all().stream().filter(item -> !item.folder()).count();
        long deleted = 0;
        for (Step step : plan.steps()) {
            if (step instanceof Step.Drop drop) {
                deleted += drop.folder()
                        ? state.base().below(drop.path()).stream()
                                .filter(item -> !item.folder())
                                .count()
                        : 1;
            }
        }
        boolean tooMuch = !settings.yes() && deleted > settings.mostDeletions() && deleted > settings.share() * files;
        if (tooMuch) {
            long here =
                    scan.items().all().stream().filter(item -> !item.folder()).count();
            events.note(deleted + " of " + files + " files would be deleted (" + here
                    + " are here): nothing is, until you say --allow-deletions.");
        }
        return tooMuch;
    }

    @Override
    public void close() throws IOException {
        state.close();
        folder.close();
    }
}

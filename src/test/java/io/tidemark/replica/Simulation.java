package io.tidemark.replica;

import io.tidemark.tool.Directories;
import io.tidemark.tool.RefusedException;
import io.tidemark.tool.TransientException;
import io.tidemark.tool.UnusableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One seed, two to five replicas of one collection, people who work in them, others who write to the server, kills, lost answers,
 * backups that are restored. In the end all are equal, and nothing is lost that nobody has destroyed himself.
 */
final class Simulation {

    /** The end of a process, wherever it is. */
    private static final class KilledException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Path work;
    private final Random random;
    private final @Nullable ModelServer model;
    private final Server server;
    private final Set<String> sent = new HashSet<>();
    private final List<Person> people = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final Set<String> wanted = new HashSet<>();
    private final boolean faults;
    private int contents;
    private boolean quiet;
    private int effects;
    private ModelServer.@Nullable Backup backup;

    /** Begins one with a server that is a model. */
    Simulation(Path work, long seed, boolean faults) throws IOException, UnusableException {
        this(work, seed, faults, new ModelServer());
    }

    /**
     * Begins one with any server; only to one that is a model do others write, and only there are backups.
     *
     * @param faults whether there are kills, lost answers and restored backups
     */
    Simulation(Path work, long seed, boolean faults, Server server) throws IOException, UnusableException {
        this.work = work;
        this.server = server;
        this.model = server instanceof ModelServer it ? it : null;
        this.random = new Random(seed);
        this.faults = faults;
        this.backup = model == null ? null : model.backup();
        int replicas = 2 + random.nextInt(4);
        for (int i = 0; i < replicas; i++) {
            Path folder = Files.createDirectories(work.resolve("r" + i));
            Replica.begin(folder, "http://model/", "");
            folders.add(folder);
            people.add(new Person(folder, random, this::content));
        }
    }

    private String content() {
        String content = String.format("%06d", ++contents);
        wanted.add(content);
        return content;
    }

    /** What was done, for people. */
    List<String> log() {
        return log;
    }

    void run(int rounds) throws IOException, UnusableException, InterruptedException {
        for (int round = 0; round < rounds; round++) {
            int who = random.nextInt(folders.size());
            if (random.nextInt(3) > 0) {
                work(who);
            } else {
                if (model != null) {
                    model.cut = random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 0;
                }
                pass(who);
            }
            if (model != null && faults && random.nextInt(60) == 0) {
                restore(model);
            }
        }
        quiet = true;
        for (int calm = 0, round = 0; calm < 2; round++) {
            effects = 0;
            for (int who = 0; who < folders.size(); who++) {
                pass(who);
            }
            calm = effects == 0 ? calm + 1 : 0;
            if (round > 30) {
                throw new AssertionError("They do not come to rest.");
            }
        }
        check();
    }

    private void work(int who) {
        Person person = people.get(who);
        try {
            person.work();
            log.addAll(person.did);
            person.did.clear();
            settle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void restore(ModelServer restored) throws IOException {
        if (random.nextBoolean()) {
            log.add("server: backup");
            backup = restored.backup();
        } else {
            log.add("server: restore");
            restored.restore(Objects.requireNonNull(backup));
            settle();
        }
    }

    /** What people, or a backup that was restored, have destroyed before it was anywhere else, nobody can want back. */
    private void settle() throws IOException {
        Set<String> kept = new HashSet<>(model == null ? sent : model.history());
        for (Path folder : folders) {
            kept.addAll(Person.listing(folder).values());
        }
        wanted.retainAll(kept);
    }

    private void pass(int who) throws IOException, UnusableException, InterruptedException {
        int[] left = {!quiet && faults && random.nextInt(3) == 0 ? random.nextInt(40) : Integer.MAX_VALUE};
        Runnable boundary = () -> {
            if (left[0]-- == 0) {
                log.add("r" + who + ": killed");
                throw new KilledException();
            }
            if (!quiet && faults && random.nextInt(80) == 0) {
                // People do not wait until a pass is done.
                work(who);
            }
        };
        FaultyServer line = new FaultyServer(server, random, this::others, boundary, sent);
        line.lost = quiet || !faults ? 0 : 30;
        log.add("r" + who + ": pass");
        try (Replica replica = Replica.open(folders.get(who), line, settings(who), new Log(who), boundary)) {
            replica.pass();
        } catch (KilledException e) {
            return;
        } catch (TransientException e) {
            log.add("r" + who + ": " + e.getMessage());
        }
    }

    private static Replica.Settings settings(int who) {
        return new Replica.Settings("r" + who, 0, 0, 1, true, Clock.systemUTC());
    }

    private void others() throws IOException {
        if (model == null || quiet || random.nextInt(12) > 0) {
            return;
        }
        List<String> paths = new ArrayList<>(model.listing().keySet());
        String path = paths.isEmpty() ? "a" : paths.get(random.nextInt(paths.size()));
        boolean folder = path.endsWith("/");
        String bare = folder ? path.substring(0, path.length() - 1) : path;
        String other = (folder ? path : "") + List.of("a", "b", "x").get(random.nextInt(3));
        try {
            switch (random.nextInt(5)) {
                case 0 -> {
                    log.add("others: put " + other);
                    model.put(other, content());
                }
                case 1 -> {
                    log.add("others: put " + bare);
                    model.put(bare, content());
                }
                case 2 -> {
                    log.add("others: mkcol " + other);
                    model.make(other);
                }
                case 3 -> {
                    log.add("others: move " + bare + " to " + other);
                    model.move(bare, other, folder, "");
                }
                default -> {
                    log.add("others: delete " + bare);
                    model.delete(bare, folder, "");
                }
            }
        } catch (RefusedException e) {
            settle();
        }
    }

    private void check() throws IOException, UnusableException, InterruptedException {
        Map<String, String> listing = model == null ? fresh() : model.listing();
        for (Path folder : folders) {
            Map<String, String> here = Person.listing(folder);
            if (!here.equals(listing)) {
                throw new AssertionError(folder.getFileName() + " has " + here + ", the server " + listing);
            }
        }
        Set<String> kept = new HashSet<>(model == null ? sent : model.history());
        kept.addAll(listing.values());
        Set<String> lost = new HashSet<>(wanted);
        lost.removeAll(kept);
        if (!lost.isEmpty()) {
            throw new AssertionError("Lost: " + lost);
        }
    }

    /** What a new replica gets. */
    private Map<String, String> fresh() throws IOException, UnusableException, InterruptedException {
        Path folder = Files.createDirectories(work.resolve("r" + folders.size()));
        Replica.begin(folder, "http://model/", "");
        folders.add(folder);
        pass(folders.size() - 1);
        return Person.listing(folder);
    }

    void clean() throws IOException {
        Directories.delete(work);
    }

    private final class Log implements Events {

        private final int who;

        Log(int who) {
            this.who = who;
        }

        @Override
        public void did(String what, String path, String detail) {
            effects++;
            log.add("  r" + who + " " + what + ' ' + path + ' ' + detail);
        }

        @Override
        public void conflict(String path, String aside) {
            effects++;
            log.add("  r" + who + " conflict " + path + " -> " + aside);
        }

        @Override
        public void cameBack(String path, boolean deletedHere) {
            log.add("  r" + who + " came back " + path);
        }

        @Override
        public void trouble(String path, String reason) {
            effects++;
            log.add("  r" + who + " trouble " + path + ": " + reason);
        }

        @Override
        public void note(String message) {
            log.add("  r" + who + " note " + message);
        }
    }
}

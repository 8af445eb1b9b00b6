package io.tidemark.replica;

import io.tidemark.tool.StateJournal;
import io.tidemark.tool.UnusableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is kept from one look to the next: what both sides agreed on, what the server has told and up to which token, and what was
 * taken out of the folder. Each change is in the {@link StateJournal} when the method that makes it returns, so that a kill loses
 * none; a power failure may lose the last ones, after which the same is found out again. Not for several threads.
 */
final class State implements AutoCloseable {

    private static final String VERSION = "1";
    private static final int SLACK = 10_000;

    private final StateJournal journal;
    private final Tree<Agreed> base = new Tree<>();
    private final Tree<Listed> there = new Tree<>();
    private final Map<String, String> closed = new TreeMap<>();
    private final Map<String, Taken> taken = new TreeMap<>();
    private String url = "";
    private String server = "";
    private String token = "";

    /**
     * A file that was taken out of the folder.
     *
     * @param path where it was
     * @param sha what it should hold
     */
    record Taken(String path, String sha) {}

    private State(StateJournal journal) {
        this.journal = journal;
    }

    /** Reads it; it is new where there is none. */
    static State open(Path file) throws IOException, UnusableException {
        State state = new State(StateJournal.open(file));
        state.journal.read(state::read);
        state.shorten();
        return state;
    }

    /** The collection's URL; empty before {@link #begin}. */
    String url() {
        return url;
    }

    /** By which name the user has logged in there. */
    String server() {
        return server;
    }

    void begin(String collection, String login) throws IOException {
        add("sync", VERSION, collection, login);
        journal.force();
    }

    Tree<Agreed> base() {
        return base;
    }

    Tree<Listed> there() {
        return there;
    }

    /** Up to where {@link #there} is known; empty before the first report was read to its end. */
    String token() {
        return token;
    }

    /** The folders there that reports do not tell of, with the reason. */
    Map<String, String> closed() {
        return closed;
    }

    /** What was taken out, by its name in the attic. */
    Map<String, Taken> taken() {
        return taken;
    }

    void agree(Agreed item) throws IOException {
        add(line(item));
    }

    void forget(String path) throws IOException {
        add("forgotten", path);
    }

    void moveBase(String from, String to) throws IOException {
        add("moved", from, to);
    }

    void list(Listed item) throws IOException {
        add(line(item));
    }

    void unlist(String path) throws IOException {
        add("gone", path);
    }

    void moveThere(String from, String to) throws IOException {
        add("moved-there", from, to);
    }

    void close(String path, String reason) throws IOException {
        add("closed", path, reason);
    }

    void advance(String next) throws IOException {
        add("token", next);
    }

    void take(String name, String path, String sha) throws IOException {
        add("taken", name, path, sha);
    }

    void letGo(String name) throws IOException {
        add("let-go", name);
    }

    void force() throws IOException {
        journal.force();
    }

    private void add(String... line) throws IOException {
        journal.add(line);
        replay(List.of(line));
    }

    private void read(List<String> line) throws UnusableException {
        if (line.get(0).equals("sync") && !line.get(1).equals(VERSION)) {
            throw new UnusableException("This version cannot read the state of another.");
        }
        replay(line);
    }

    private void replay(List<String> line) {
        switch (line.get(0)) {
            case "sync" -> {
                url = line.get(2);
                server = line.get(3);
            }
            case "agreed" -> base.put(agreed(line));
            case "forgotten" -> base.remove(line.get(1));
            case "moved" -> base.move(line.get(1), line.get(2));
            case "there" -> {
                closed.remove(line.get(1));
                there.put(new Listed(line.get(1), isFolder(line.get(2)), line.get(3), line.get(4), line.get(5)));
            }
            case "gone" -> {
                there.remove(line.get(1));
                closed.keySet().removeIf(path -> Paths.isWithin(path, line.get(1)));
            }
            case "moved-there" -> there.move(line.get(1), line.get(2));
            case "closed" -> closed.put(line.get(1), line.get(2));
            case "token" -> token = line.get(1);
            case "taken" -> taken.put(line.get(1), new Taken(line.get(2), line.get(3)));
            case "let-go" -> taken.remove(line.get(1));
            default -> throw new IllegalStateException("The state has a line that no version writes: " + line);
        }
    }

    private static Agreed agreed(List<String> line) {
        return new Agreed(
                line.get(1),
                isFolder(line.get(2)),
                line.get(3),
                line.get(4),
                line.get(5),
                new Stamp(
                        Long.parseLong(line.get(6)),
                        Long.parseLong(line.get(7)),
                        line.get(8),
                        Long.parseLong(line.get(9))));
    }

    private static String kind(boolean folder) {
        return folder ? "folder" : "file";
    }

    private static boolean isFolder(String kind) {
        return kind.equals("folder");
    }

    /** Writes it anew when most of the lines are outdated. */
    private void shorten() throws IOException {
        if (url.isEmpty() || journal.length() < SLACK + 2L * (base.size() + there.size())) {
            return;
        }
        List<List<String>> fresh = new ArrayList<>();
        fresh.add(List.of("sync", VERSION, url, server));
        base.all().forEach(item -> fresh.add(List.of(line(item))));
        there.all().forEach(item -> fresh.add(List.of(line(item))));
        closed.forEach((path, reason) -> fresh.add(List.of("closed", path, reason)));
        taken.forEach((name, item) -> fresh.add(List.of("taken", name, item.path(), item.sha())));
        fresh.add(List.of("token", token));
        journal.replace(fresh);
    }

    private static String[] line(Agreed item) {
        Stamp stamp = item.stamp();
        return new String[] {
            "agreed",
            item.path(),
            kind(item.folder()),
            item.id(),
            item.tag(),
            item.sha(),
            Long.toString(stamp.size()),
            Long.toString(stamp.modified()),
            stamp.key(),
            Long.toString(stamp.seen())
        };
    }

    private static String[] line(Listed item) {
        return new String[] {"there", item.path(), kind(item.folder()), item.id(), item.tag(), item.sha()};
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}

package io.tidemark.tool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the mirror has in its directory, up to which token, and what troubles are open. Every change is in the
 * {@link StateJournal} before the method that makes it returns. Not for several threads.
 */
final class MirrorState implements AutoCloseable {

    private static final String VERSION = "1";
    private static final int SLACK = 10_000;

    private final String url;
    private final StateJournal journal;
    private final Entries entries = new Entries();
    private final NavigableMap<String, Scope> scopes = new TreeMap<>();
    private final NavigableMap<String, String> troubles = new TreeMap<>();
    private final Set<String> inPage = new HashSet<>();
    private final Set<String> unconfirmed = new TreeSet<>();
    private final AtticRecord attic;
    private boolean pageOpen;

    private MirrorState(String url, StateJournal journal) {
        this.url = url;
        this.journal = journal;
        this.attic = new AtticRecord(journal);
    }

    /**
     * Reads the state, or begins one.
     *
     * @throws UnusableException when it is of another collection, or of a later version
     */
    static MirrorState open(Path file, String url) throws IOException, UnusableException {
        MirrorState state = new MirrorState(url, StateJournal.open(file));
        state.journal.read(state::read);
        if (state.journal.length() == 0) {
            state.journal.add("mirror", VERSION, url);
            state.scope("", "", false);
            state.journal.force();
            Directories.force(file.toAbsolutePath().getParent());
        }
        state.scopes.putIfAbsent("", new Scope("", "", false));
        state.abandonPage();
        return state;
    }

    private void read(List<String> line) throws UnusableException {
        if (!line.get(0).equals("mirror")) {
            replay(line);
        } else if (line.size() != 3 || !line.get(1).equals(VERSION)) {
            throw new UnusableException("This version cannot read the state of another.");
        } else if (!line.get(2).equals(url)) {
            throw new UnusableException("The directory is a mirror of " + line.get(2) + '.');
        }
    }

    /** Whether nothing was ever put into the directory. */
    boolean isNew() {
        return entries.all().isEmpty()
                && troubles.isEmpty()
                && scopes.values().stream().allMatch(s -> s.token().isEmpty());
    }

    Collection<Entry> entries() {
        return entries.all();
    }

    @Nullable
    Entry entry(String path) {
        return entries.at(path);
    }

    /** Everything at or below a path, in an order in which parents come first. */
    List<Entry> within(String path) {
        return entries.within(path);
    }

    /** A file with the content of a resource, wherever it is. */
    Optional<Entry> byResource(String resourceId) {
        return entries.byResource(resourceId);
    }

    /** Notes what is at a path now; it is there already. */
    void put(Entry entry) throws IOException {
        keep(entry);
        journal.add(entry.line().toArray(String[]::new));
    }

    /** Notes what is at a path now, though the server has not told of it yet: it goes when it never does. */
    void putInDoubt(Entry entry) throws IOException {
        put(entry);
        doubt(entry.path());
        journal.add("doubt", entry.path());
    }

    /** What was taken out of the directory. */
    AtticRecord attic() {
        return attic;
    }

    /** Notes that nothing is at or below a path any more. */
    void gone(String path) throws IOException {
        forget(path);
        journal.add("gone", path);
    }

    List<Scope> scopes() {
        return List.copyOf(scopes.values());
    }

    Optional<Scope> scope(String path) {
        return Optional.ofNullable(scopes.get(path));
    }

    /**
     * Notes that what a page says is about to be done. What is put while no {@link #commit} has followed came under a token
     * that is not kept: after a kill, the server never gave it, and need not say when it is gone.
     */
    void beginPage() throws IOException {
        if (!pageOpen) {
            openPage();
            journal.add("page");
        }
    }

    /** Takes a page that was begun for cut off. */
    void abandonPage() {
        openPage();
        closePage();
    }

    /** Notes that the server has told of what is at a path. */
    void confirm(String path) throws IOException {
        if (unconfirmed.remove(path)) {
            inPage.add(path);
            journal.add("seen", path);
        }
    }

    /** What was put by a page that a kill cut off, and was not reported since. */
    List<String> unconfirmed() {
        return List.copyOf(unconfirmed);
    }

    /** Notes a token: everything that it stands for is in the directory, and survives a power failure. */
    void commit(String path, String token) throws IOException {
        scope(path, token, false);
        closePage();
        journal.add("done");
        journal.force();
        if (unconfirmed.isEmpty()
                && attic.isEmpty()
                && journal.length() > 2L * entries.all().size() + SLACK) {
            journal.replace(lines());
        }
    }

    /** Has a scope listed whole the next time. */
    void restart(String path) throws IOException {
        scope(path, "", true);
    }

    /** Ends a scope; the one above reports what is in it. */
    void endScope(String path) throws IOException {
        scopes.remove(path);
        journal.add("end", path);
    }

    /** What could not be mirrored, and why: paths (of collections with a slash at the end), or hrefs that are unsafe. */
    Map<String, String> troubles() {
        return Map.copyOf(troubles);
    }

    void trouble(String key, String reason) throws IOException {
        if (!reason.equals(troubles.put(key, reason))) {
            journal.add("trouble", key, reason);
        }
    }

    void settled(String key) throws IOException {
        if (troubles.remove(key) != null) {
            journal.add("settled", key);
        }
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    private void scope(String path, String token, boolean whole) throws IOException {
        Scope scope = new Scope(path, token, whole);
        if (!scope.equals(scopes.put(path, scope))) {
            journal.add("scope", path, token, whole ? "whole" : "");
        }
    }

    private void openPage() {
        unconfirmed.addAll(inPage);
        inPage.clear();
        pageOpen = true;
    }

    private void closePage() {
        inPage.clear();
        pageOpen = false;
    }

    private void doubt(String path) {
        inPage.remove(path);
        unconfirmed.add(path);
    }

    private void keep(Entry entry) {
        unconfirmed.remove(entry.path());
        if (pageOpen) {
            inPage.add(entry.path());
        }
        entries.put(entry);
    }

    private void forget(String path) {
        within(path).forEach(entry -> {
            entries.remove(entry);
            unconfirmed.remove(entry.path());
            inPage.remove(entry.path());
        });
        scopes.keySet().removeIf(scope -> !scope.isEmpty() && Scope.isWithin(scope, path));
        troubles.remove(path);
        Entries.below(troubles, path).clear();
    }

    private void replay(List<String> line) {
        if (Entry.isLine(line)) {
            keep(Entry.read(line));
            return;
        }
        if (attic.replay(line, path -> byPath(within(path)))) {
            return;
        }
        switch (line.get(0)) {
            case "gone" -> forget(line.get(1));
            case "scope" ->
                scopes.put(
                        line.get(1),
                        new Scope(line.get(1), line.get(2), !line.get(3).isEmpty()));
            case "end" -> scopes.remove(line.get(1));
            case "trouble" -> troubles.put(line.get(1), line.get(2));
            case "page" -> openPage();
            case "done" -> closePage();
            case "doubt" -> doubt(line.get(1));
            case "seen" -> {
                unconfirmed.remove(line.get(1));
                inPage.add(line.get(1));
            }
            case "settled" -> troubles.remove(line.get(1));
            default -> throw new IllegalStateException("The state has a line of an unknown kind: " + line.get(0));
        }
    }

    private static NavigableMap<String, Entry> byPath(List<Entry> entries) {
        NavigableMap<String, Entry> byPath = new TreeMap<>();
        entries.forEach(entry -> byPath.put(entry.path(), entry));
        return byPath;
    }

    private List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("mirror", VERSION, url));
        entries.all().forEach(entry -> lines.add(entry.line()));
        troubles.forEach((key, reason) -> lines.add(List.of("trouble", key, reason)));
        // Tokens last: a state that was cut off is then one that looks at too much again, never at too little.
        scopes.values()
                .forEach(scope ->
                        lines.add(List.of("scope", scope.path(), scope.token(), scope.whole() ? "whole" : "")));
        return lines;
    }
}

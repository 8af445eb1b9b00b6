package io.tidemark.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * What was taken out of the directory, kept until a run comes to its end, because the server may have moved it only. A
 * directory is recorded before it is taken out and before it is put back, so that a run after one that was killed finds it,
 * with what somebody has added inside.
 */
final class Attic {

    private final LocalTree tree;
    private final MirrorState state;
    private final NameClaims names;
    private final Map<String, Fetcher.Source> files = new HashMap<>();
    private final Map<String, Aside> directories = new HashMap<>();

    /** Takes hold of what an earlier run had taken out when it was killed, too. */
    Attic(LocalTree tree, MirrorState state, NameClaims names) throws IOException {
        this.tree = tree;
        this.state = state;
        this.names = names;
        for (TakenOut out : state.attic().takenOut()) {
            tree.neverAgain(out.name());
        }
        Optional<PutBack> back = state.attic().onItsWay();
        if (back.isPresent()) {
            arrive(back.get());
        }
        state.attic().takenOut().forEach(this::hold);
    }

    /** Records a directory that had come back when a run was killed, but was not recorded at its new path. */
    private void arrive(PutBack back) throws IOException {
        Path place = place(back.out(), back.from());
        if (!isThere(place) && tree.isDirectory(back.to())) {
            record(new Aside(place, back.from(), back.out()), back.to());
        }
        state.attic().cameBack();
    }

    /**
     * Takes out what is at a path.
     *
     * @param recorded what was recorded there and below
     * @return whether there was anything
     */
    boolean take(String path, NavigableMap<String, Entry> recorded) throws IOException {
        TakenOut out = new TakenOut(tree.keptName(), path, recorded);
        Entry top = recorded.get(path);
        if (top != null && top.directory()) {
            state.attic().takeOut(out);
        }
        boolean was = tree.remove(path, out.name());
        if (was) {
            hold(out);
        }
        return was;
    }

    private void hold(TakenOut out) {
        // What has come back, or was never taken out, is not there.
        out.entries().values().removeIf(entry -> !isThere(place(out, entry.path())));
        for (Entry entry : out.entries().values()) {
            if (entry.resourceId().isEmpty()) {
                continue;
            }
            Path place = place(out, entry.path());
            if (entry.directory()) {
                directories.put(entry.resourceId(), new Aside(place, entry.path(), out));
            } else {
                files.put(entry.resourceId(), new Fetcher.Source(place, entry, true));
            }
        }
    }

    /** Whether a directory of a resource was taken out. */
    boolean hasDirectory(String resourceId) {
        return directories.containsKey(resourceId);
    }

    /** Puts the directory of a resource to a path; false where that cannot be. The directory above must be there. */
    boolean putBack(String resourceId, String path) throws IOException {
        Aside aside = directories.get(resourceId);
        if (aside == null) {
            return false;
        }
        state.attic().putBack(new PutBack(aside.out(), aside.path(), path));
        boolean back = tree.putBack(aside.place(), path);
        if (back) {
            record(aside, path);
        }
        state.attic().cameBack();
        return back;
    }

    private void record(Aside aside, String path) throws IOException {
        for (Entry entry : aside.takeTo(path)) {
            if (entry.directory()) {
                directories.remove(entry.resourceId());
            } else {
                files.remove(entry.resourceId());
            }
            if (isThere(tree.at(entry.path()))) {
                names.claim(entry.path());
                state.putInDoubt(entry);
            }
        }
    }

    /** Keeps a file that another is about to replace, until the run ends. */
    void keep(Entry replaced) throws IOException {
        tree.link(replaced.path())
                .ifPresent(link -> files.put(replaced.resourceId(), new Fetcher.Source(link, replaced, false)));
    }

    /**
     * The file of a resource that was taken out.
     *
     * @param once whether nothing else wants it
     */
    Optional<Fetcher.Source> file(String resourceId, boolean once) {
        return Optional.ofNullable(files.get(resourceId))
                .filter(source -> isThere(source.file()))
                .map(source -> new Fetcher.Source(
                        source.file(), source.entry(), source.spare() && once && tree.isKept(source.file())));
    }

    /** Lets go of everything. */
    void empty() throws IOException {
        files.clear();
        directories.clear();
        tree.emptyAttic();
        state.attic().letGo();
    }

    /** Where something is that was at a path, when it was taken out. */
    private Path place(TakenOut out, String path) {
        Path kept = tree.kept(out.name());
        return path.equals(out.path())
                ? kept
                : kept.resolve(path.substring(out.path().length() + 1));
    }

    private static boolean isThere(Path place) {
        return Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    }
}

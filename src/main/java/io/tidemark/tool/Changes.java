package io.tidemark.tool;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Changes the directory and records it: first the one, then the other, so that the record never tells of what is not
 * there.
 */
final class Changes {

    private final LocalTree tree;
    private final MirrorState state;
    private final NameClaims names;
    private final Progress progress;
    private final Attic attic;

    Changes(LocalTree tree, MirrorState state, NameClaims names, Progress progress) throws IOException {
        this.tree = tree;
        this.state = state;
        this.names = names;
        this.progress = progress;
        this.attic = new Attic(tree, state, names);
    }

    /** Takes out what is at a path, with everything below. */
    void remove(String path) throws IOException {
        NavigableMap<String, Entry> lost = new TreeMap<>();
        state.within(path).forEach(entry -> lost.put(entry.path(), entry));
        lost.keySet().forEach(names::release);
        if (attic.take(path, lost)) {
            progress.removed(path);
        }
        state.gone(path);
    }

    /** Takes out those directories in whose places a page has others: they may be those of each other. */
    void displace(Map<String, String> directories) throws IOException {
        for (var directory : directories.entrySet()) {
            Entry former = state.entry(directory.getKey());
            if (former != null && former.directory() && isOther(former.resourceId(), directory.getValue())) {
                remove(directory.getKey());
            }
        }
    }

    /**
     * Has a directory at a path; what cannot be is a trouble. When another collection was there, what it had goes: the
     * server lists every member of one that it has newly mapped, and it may not name those of the former one. One that was
     * here under another name comes back as it was; of what is in it, that counts which the server lists.
     */
    void directory(String path, String resourceId) throws IOException {
        String key = path + '/';
        Optional<String> other = names.claim(path);
        if (other.isPresent()) {
            state.trouble(key, sameName(other.get()));
            return;
        }
        try {
            Entry former = state.entry(path);
            if (former != null && former.directory() && isOther(former.resourceId(), resourceId)) {
                remove(path);
            }
            if (!comesBack(path, resourceId)) {
                makeDirectory(path);
            }
            if (!resourceId.isEmpty() && (former == null || !former.resourceId().equals(resourceId))) {
                state.put(Entry.directory(path, resourceId));
            }
            state.settled(key);
        } catch (FileSystemException e) {
            state.trouble(key, reason(e));
        }
    }

    private boolean comesBack(String path, String resourceId) throws IOException {
        if (state.entry(path) != null || !attic.hasDirectory(resourceId)) {
            return false;
        }
        int end = path.lastIndexOf('/');
        if (end > 0) {
            makeDirectory(path.substring(0, end));
        }
        boolean back = attic.putBack(resourceId, path);
        if (back) {
            progress.moved(path);
        }
        return back;
    }

    private void makeDirectory(String path) throws IOException {
        for (String step : steps(path)) {
            Entry entry = state.entry(step);
            if (entry != null && !entry.directory()) {
                remove(step);
            }
        }
        tree.makeDirectory(path).forEach(progress::directory);
        for (String step : steps(path)) {
            if (state.entry(step) == null) {
                state.put(Entry.directory(step, ""));
            }
        }
    }

    /** Puts what was fetched in its place, all of it before any is recorded. */
    void install(List<Fetched> group) throws IOException {
        List<Fetched> installed = new ArrayList<>();
        for (Fetched fetched : group) {
            if (fetched.file() == null) {
                state.trouble(fetched.path(), fetched.reason());
            } else if (install(fetched.path(), fetched.file())) {
                installed.add(fetched);
            }
        }
        tree.force();
        for (Fetched fetched : installed) {
            state.put(fetched.entry());
            state.settled(fetched.path());
            if (fetched.reused()) {
                progress.reused(fetched.path());
            } else {
                progress.fetched(fetched.path());
            }
        }
    }

    private boolean install(String path, Path file) throws IOException {
        Optional<String> other = names.claim(path);
        if (other.isPresent()) {
            state.trouble(path, sameName(other.get()));
            return false;
        }
        try {
            Entry entry = state.entry(path);
            if (entry != null && entry.directory()) {
                remove(path);
            }
            int end = path.lastIndexOf('/');
            if (end > 0) {
                makeDirectory(path.substring(0, end));
            }
            tree.install(file, path);
            return true;
        } catch (FileSystemException e) {
            state.trouble(path, reason(e));
            return false;
        }
    }

    /** Notes that a file is here already, and gives it the time that the server says. */
    void keep(Wanted wanted) throws IOException {
        state.confirm(wanted.path());
        state.settled(wanted.path());
        Entry entry = state.entry(wanted.path());
        if (entry == null) {
            return;
        }
        long modified = wanted.modified().map(time -> time.toEpochMilli()).orElse(entry.modified());
        if (modified != entry.modified() || !wanted.resourceId().equals(entry.resourceId())) {
            tree.touch(wanted.path(), modified);
            state.put(new Entry(
                    entry.path(), false, entry.etag(), entry.size(), modified, entry.sha256(), wanted.resourceId()));
        }
    }

    /** Whether what is at a path, since a directory came back with it, is just what a report tells of. */
    boolean isHere(Wanted wanted) {
        Entry entry = state.entry(wanted.path());
        return entry != null && entry.hasContentOf(wanted.etag()) && tree.isIntact(entry);
    }

    /** Keeps the files that others of the same page replace, while they are wanted elsewhere: two may change places. */
    void keepReplaced(List<Wanted> files) throws IOException {
        Map<String, Wanted> byResource = new HashMap<>();
        files.forEach(file -> byResource.put(file.resourceId(), file));
        for (Wanted file : files) {
            Entry replaced = state.entry(file.path());
            if (replaced == null
                    || replaced.resourceId().isEmpty()
                    || replaced.resourceId().equals(file.resourceId())) {
                continue;
            }
            Wanted elsewhere = byResource.get(replaced.resourceId());
            if (elsewhere != null && replaced.hasContentOf(elsewhere.etag())) {
                attic.keep(replaced);
            }
        }
    }

    /**
     * A content that is here under another name: the same resource with the same strong tag.
     *
     * @param once whether nothing else wants it
     */
    Optional<Fetcher.Source> source(Wanted wanted, boolean once) {
        if (wanted.resourceId().isEmpty()) {
            return Optional.empty();
        }
        return attic.file(wanted.resourceId(), once)
                .or(() -> state.byResource(wanted.resourceId())
                        .map(entry -> new Fetcher.Source(tree.at(entry.path()), entry, false)))
                .filter(source -> source.entry().hasContentOf(wanted.etag()));
    }

    /** Lets go of what was taken out: everything that the server told of is in the directory. */
    void finish() throws IOException {
        tree.force();
        attic.empty();
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
            steps.add(path.substring(0, end));
        }
        steps.add(path);
        return steps;
    }

    private static boolean isOther(String former, String now) {
        return !former.isEmpty() && !now.isEmpty() && !former.equals(now);
    }

    private static String sameName(String other) {
        return "this file system takes its name for that of " + other;
    }

    private static String reason(FileSystemException e) {
        return "it cannot be made here: "
                + (e.getReason() == null ? e.getClass().getSimpleName() : e.getReason());
    }
}

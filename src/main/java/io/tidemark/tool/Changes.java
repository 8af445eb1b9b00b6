package io.tidemark.tool;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes the directory and records it: first the one, then the other, so that the record never tells of what is not
 * there. What was taken out in a run is kept until its end, because the server may have moved it only.
 */
final class Changes {

    private final LocalTree tree;
    private final MirrorState state;
    private final NameClaims names;
    private final Progress progress;
    private final Map<String, Fetcher.Source> takenOut = new HashMap<>();

    Changes(LocalTree tree, MirrorState state, NameClaims names, Progress progress) {
        this.tree = tree;
        this.state = state;
        this.names = names;
        this.progress = progress;
    }

    /** Takes out what is at a path, with everything below. */
    void remove(String path) throws IOException {
        List<Entry> lost = state.within(path);
        Optional<Path> kept = tree.remove(path);
        for (Entry entry : lost) {
            names.release(entry.path());
            if (kept.isPresent() && !entry.directory() && !entry.resourceId().isEmpty()) {
                Path file = entry.path().equals(path)
                        ? kept.get()
                        : kept.get().resolve(entry.path().substring(path.length() + 1));
                takenOut.put(entry.resourceId(), new Fetcher.Source(file, entry));
            }
        }
        state.gone(path);
        if (kept.isPresent()) {
            progress.removed(path);
        }
    }

    /**
     * Has a directory at a path; what cannot be is a trouble. When another collection was there, what it had goes: the
     * server lists every member of one that it has newly mapped, and it may not name those of the former one.
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
            makeDirectory(path);
            if (!resourceId.isEmpty() && (former == null || !former.resourceId().equals(resourceId))) {
                state.put(Entry.directory(path, resourceId));
            }
            state.settled(key);
        } catch (FileSystemException e) {
            state.trouble(key, reason(e));
        }
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

    /** A content that is here under another name: the same resource with the same strong tag. */
    Optional<Fetcher.Source> source(Wanted wanted) {
        if (wanted.resourceId().isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(takenOut.get(wanted.resourceId()))
                .or(() -> state.byResource(wanted.resourceId())
                        .map(entry -> new Fetcher.Source(tree.at(entry.path()), entry)))
                .filter(source -> source.entry().hasContentOf(wanted.etag()));
    }

    /** Lets go of what was taken out. */
    void finish() throws IOException {
        takenOut.clear();
        tree.emptyAttic();
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

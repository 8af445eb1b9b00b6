package io.tidemark.replica;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where files go that are taken out of the folder. Each is looked at there: what is not what was to be taken, because somebody has
 * written it meanwhile, goes back, or beside under a name of its own.
 */
final class Attic {

    private final Folder folder;
    private final State state;
    private final Events events;
    private final String who;
    private final Clock clock;
    private final Map<String, Stamp> stamps = new HashMap<>();

    /**
     * Opens it.
     *
     * @param who has written what is here, for the names of conflicts
     */
    Attic(Folder folder, State state, Events events, String who, Clock clock) {
        this.folder = folder;
        this.state = state;
        this.events = events;
        this.who = who;
        this.clock = clock;
    }

    /** Takes a file out, if it is as it was. */
    void take(Local expected) throws IOException, StaleException {
        String name = folder.atticName();
        state.take(name, expected.path(), expected.sha());
        folder.take(expected.path(), name);
        Path file = folder.inAttic(name);
        Stamp now = folder.stamp(file);
        boolean same = now.isSame(expected.stamp())
                && (expected.stamp().isSettled() || Folder.sha(file).equals(expected.sha()));
        if (!same) {
            bringBack(name, expected.path());
            throw new StaleException("it was changed here just now");
        }
        stamps.put(name, now);
    }

    /** Puts back what a run had taken out that was killed, as if it had not been; what is not needed there goes. */
    void recover() throws IOException {
        for (String name : folder.attic()) {
            State.Taken taken = state.taken().get(name);
            if (taken == null) {
                bringBack(name, "recovered");
                continue;
            }
            boolean whole = holds(folder.inAttic(name), taken.sha());
            if (whole && (folder.exists(taken.path()) || !state.base().has(taken.path()))) {
                letGo(name);
            } else {
                bringBack(name, taken.path());
            }
        }
        // What was never taken out, or is back already.
        for (String name : state.taken().keySet().toArray(String[]::new)) {
            state.letGo(name);
        }
    }

    /** Lets go of what was taken out; what somebody has written to since comes back. */
    void empty() throws IOException {
        for (Map.Entry<String, Stamp> kept : stamps.entrySet()) {
            State.Taken taken = Objects.requireNonNull(state.taken().get(kept.getKey()));
            Path file = folder.inAttic(kept.getKey());
            Stamp now = folder.stamp(file);
            if (now.isSame(kept.getValue())
                    && (now.isSettled() || Folder.sha(file).equals(taken.sha()))) {
                letGo(kept.getKey());
            } else {
                bringBack(kept.getKey(), taken.path());
            }
        }
        stamps.clear();
    }

    /** Whether it is a file with that content: somebody may have put a folder, or a link, in its place. */
    private static boolean holds(Path file, String sha) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Folder.sha(file).equals(sha);
    }

    private void letGo(String name) throws IOException {
        Files.deleteIfExists(folder.inAttic(name));
        state.letGo(name);
    }

    private void bringBack(String name, String path) throws IOException {
        String target = path;
        for (int number = 0; ; number++) {
            try {
                if (!Files.isDirectory(folder.at(Paths.parent(target)))) {
                    target = Paths.name(target);
                }
                folder.putBack(folder.inAttic(name), target);
                break;
            } catch (FileAlreadyExistsException e) {
                target = Paths.conflict(path, false, who, LocalDateTime.now(clock), number);
            }
        }
        state.letGo(name);
        if (!target.equals(path)) {
            events.conflict(path, target);
        }
    }

    /** A name that nothing has, for what gives way. */
    String freeName(String path, boolean isFolder, Tree<Local> here) throws IOException {
        for (int number = 0; ; number++) {
            String name = Paths.conflict(path, isFolder, who, LocalDateTime.now(clock), number);
            if (!here.has(name) && !state.there().has(name) && !state.base().has(name) && !folder.exists(name)) {
                return name;
            }
        }
    }
}

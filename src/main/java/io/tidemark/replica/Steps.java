package io.tidemark.replica;

import io.tidemark.tool.RefusedException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries out steps. What a step has done is noted right after; what was not noted any more is found out by the next look. */
final class Steps {

    /** What the server's digest is when it does not tell. */
    static final String UNKNOWN = "unknown";

    private final Folder folder;
    private final State state;
    private final Server server;
    private final Attic attic;
    private final Events events;
    private final Set<String> aside = new HashSet<>();
    private final Map<String, String> byTag = new HashMap<>();
    private Tree<Local> here = new Tree<>();

    Steps(Folder folder, State state, Server server, Attic attic, Events events) {
        this.folder = folder;
        this.state = state;
        this.server = server;
        this.attic = attic;
        this.events = events;
    }

    /** Begins with what is here now; it is kept up with what is done. */
    void look(Tree<Local> items) {
        here = items;
        byTag.clear();
        state.base().all().stream()
                .filter(item -> !item.tag().isEmpty())
                .forEach(item -> byTag.put(item.tag(), item.path()));
    }

    /**
     * Carries out a step.
     *
     * @throws StaleException when something has come in between; nothing was done then
     * @throws RefusedException when the server will not
     * @throws io.tidemark.tool.TransientException when it is not known whether the server did it
     */
    void run(Step step) throws IOException, InterruptedException, StaleException {
        try {
            if (step instanceof Step.Agree agree) {
                agree(agree.path());
            } else if (step instanceof Step.AgreeMove move) {
                state.moveBase(move.from(), move.path());
            } else if (step instanceof Step.Compare compare) {
                compare(compare.path());
            } else if (step instanceof Step.Move move) {
                move(move);
            } else if (step instanceof Step.Make make) {
                make(make);
            } else if (step instanceof Step.Send send) {
                send(send);
            } else if (step instanceof Step.Fetch fetch) {
                fetch(fetch);
            } else if (step instanceof Step.SetAside set) {
                setAside(set.path());
            } else if (step instanceof Step.Drop drop) {
                drop(drop);
            }
        } catch (RefusedException e) {
            int status = e.status();
            // 400 is of a content that is not what its hash says: it was written while it was sent.
            if ((status == 400 && step instanceof Step.Send)
                    || status == 412
                    || status == 404
                    || status == 405
                    || status == 409
                    || status == 410) {
                throw new StaleException(String.valueOf(e.getMessage()));
            }
            throw e;
        } catch (FileAlreadyExistsException
                | NoSuchFileException
                | FileNotFoundException
                | DirectoryNotEmptyException e) {
            throw new StaleException("it is not as it was here: " + e);
        }
    }

    private void agree(String path) throws IOException {
        Local mine = here.get(path);
        Listed theirs = state.there().get(path);
        if (mine == null || theirs == null) {
            state.forget(path);
        } else {
            state.agree(Agreed.of(mine, theirs));
            if (!theirs.tag().isEmpty()) {
                byTag.put(theirs.tag(), path);
            }
        }
    }

    private void compare(String path) throws IOException, InterruptedException {
        Listed theirs = Objects.requireNonNull(state.there().get(path));
        String sha = server.sha(path, theirs.tag());
        state.list(theirs.withSha(sha.isEmpty() ? UNKNOWN : sha));
    }

    private void move(Step.Move move) throws IOException, InterruptedException {
        if (move.there()) {
            Listed theirs = Objects.requireNonNull(state.there().get(move.from()));
            server.move(move.from(), move.path(), move.folder(), move.folder() ? state.token() : theirs.tag());
            state.moveThere(move.from(), move.path());
        } else {
            folder.move(move.from(), move.path(), move.folder());
            here.move(move.from(), move.path());
        }
        state.moveBase(move.base(), move.path());
        events.did(move.there() ? "moved there" : "moved here", move.path(), move.from());
    }

    private void make(Step.Make make) throws IOException, InterruptedException {
        String path = make.path();
        tell(path, make.why(), make.there());
        if (make.there()) {
            server.make(path);
            state.list(new Listed(path, true, "", "", ""));
        } else {
            folder.make(path);
            here.put(new Local(path, true, "", folder.stamp(folder.at(path))));
        }
        agree(path);
        events.did(make.there() ? "made there" : "made here", path, "");
    }

    private void send(Step.Send send) throws IOException, InterruptedException {
        String path = send.path();
        tell(path, send.why(), true);
        Local mine = Objects.requireNonNull(here.get(path));
        Listed theirs = state.there().get(path);
        String replaced = theirs == null ? "" : theirs.tag();
        String tag = server.send(path, folder.at(path), mine.sha(), mine.stamp().modified() / 1_000_000, replaced);
        state.list(new Listed(path, false, theirs == null ? "" : theirs.id(), tag, mine.sha()));
        agree(path);
        events.did("sent", path, theirs == null ? "" : "replaced");
    }

    private void fetch(Step.Fetch fetch) throws IOException, InterruptedException, StaleException {
        String path = fetch.path();
        tell(path, fetch.why(), false);
        Listed theirs = Objects.requireNonNull(state.there().get(path));
        Path file = folder.temporary();
        Server.Received received = copied(theirs, file);
        boolean copy = received != null;
        if (received == null) {
            received = server.fetch(path, file);
        }
        Folder.setModified(file, received.modified());
        Local mine = here.get(path);
        if (mine != null) {
            attic.take(mine);
            here.remove(path);
        }
        Stamp stamp = folder.stamp(file);
        folder.place(file, path);
        here.put(new Local(path, false, received.sha(), stamp));
        state.list(new Listed(path, false, theirs.id(), received.tag(), received.sha()));
        agree(path);
        events.did(copy ? "copied" : "fetched", path, mine == null ? "" : "replaced");
    }

    /** The content that a tag stands for, if a file here has it. */
    private Server.@Nullable Received copied(Listed wanted, Path file) throws IOException {
        Agreed item = state.base().get(byTag.getOrDefault(wanted.tag(), ""));
        Local mine = item == null ? null : here.get(item.path());
        if (item == null
                || mine == null
                || !item.tag().equals(wanted.tag())
                || !mine.sha().equals(item.sha())) {
            return null;
        }
        Path source = folder.at(item.path());
        try {
            Files.copy(source, file);
        } catch (NoSuchFileException e) {
            return null;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || !Folder.sha(file).equals(item.sha())) {
            Files.delete(file);
            return null;
        }
        Folder.forceFile(file);
        return new Server.Received(
                item.tag(), item.sha(), Files.getLastModifiedTime(source).toMillis());
    }

    private void setAside(String path) throws IOException {
        Local mine = Objects.requireNonNull(here.get(path));
        String other = attic.freeName(path, mine.folder(), here);
        folder.move(path, other, mine.folder());
        here.move(path, other);
        if (!mine.folder()) {
            state.forget(path);
        }
        aside.add(path);
        events.conflict(path, other);
    }

    private void tell(String path, Step.Why why, boolean deletedThere) {
        if (why == Step.Why.CAME_BACK && !aside.contains(path)) {
            events.cameBack(path, !deletedThere);
        }
    }

    private void drop(Step.Drop drop) throws IOException, InterruptedException, StaleException {
        String path = drop.path();
        if (drop.there()) {
            Listed theirs = Objects.requireNonNull(state.there().get(path));
            server.delete(path, drop.folder(), drop.folder() ? state.token() : theirs.tag());
            state.unlist(path);
        } else {
            List<Local> items = new ArrayList<>(here.below(path));
            items.add(0, Objects.requireNonNull(here.get(path)));
            Collections.reverse(items);
            for (Local item : items) {
                if (item.folder()) {
                    folder.deleteEmpty(item.path());
                } else {
                    attic.take(item);
                }
                here.remove(item.path());
            }
        }
        state.forget(path);
        events.did(drop.there() ? "deleted there" : "deleted here", path, "");
    }
}

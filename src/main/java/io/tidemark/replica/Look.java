package io.tidemark.replica;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A look at what the server has: what changed since the last one, or everything when the server does not know that any more. */
final class Look {

    private final State state;
    private final Server server;
    private final Events events;

    Look(State state, Server server, Events events) {
        this.state = state;
        this.server = server;
        this.events = events;
    }

    /** Brings {@link State#there} up to date. */
    void there() throws IOException, InterruptedException {
        if (state.token().isEmpty()) {
            everything();
            return;
        }
        // What was moved from where the report had not been to where it had been is in the next one.
        for (boolean several = true; several; ) {
            several = false;
            for (boolean more = true; more; ) {
                Optional<Server.Page> page = server.changes(state.token(), 0);
                if (page.isEmpty()) {
                    everything();
                    return;
                }
                note(page.get());
                more = page.get().more();
                several |= more;
            }
        }
    }

    private void note(Server.Page page) throws IOException {
        for (String gone : page.gone()) {
            String path = withoutSlash(gone);
            Listed known = state.there().get(path);
            // A page before may have told of a file where this folder was.
            boolean another = known != null && !known.folder() && gone.endsWith("/");
            if (!another && (known != null || state.closed().containsKey(path))) {
                state.unlist(path);
            }
        }
        for (Listed item : page.items()) {
            list(item);
        }
        for (String path : page.closed()) {
            state.close(path, "the server's reports do not go into it");
        }
        page.unusable().forEach(events::note);
        if (!page.token().equals(state.token())) {
            state.advance(page.token());
        }
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private void list(Listed item) throws IOException {
        Listed known = state.there().get(item.path());
        boolean same = known != null
                && known.folder() == item.folder()
                && known.tag().equals(item.tag())
                && known.id().equals(item.id());
        if (!same) {
            state.list(item);
        }
    }

    /** Lists all anew. The state is as before until the list is whole. */
    private void everything() throws IOException, InterruptedException {
        boolean again = !state.token().isEmpty();
        Map<String, Listed> items = new HashMap<>();
        Set<String> closed = new HashSet<>();
        String token = "";
        for (boolean more = true; more; ) {
            Server.Page page = server.changes(token, 0)
                    .orElseThrow(() -> new IOException("The server forgets the tokens that it has just given."));
            for (String gone : page.gone()) {
                String top = withoutSlash(gone);
                Listed known = items.get(top);
                if (known == null || known.folder() || !gone.endsWith("/")) {
                    items.keySet().removeIf(path -> Paths.isWithin(path, top));
                    closed.removeIf(path -> Paths.isWithin(path, top));
                }
            }
            page.items().forEach(item -> items.put(item.path(), item));
            closed.addAll(page.closed());
            page.unusable().forEach(events::note);
            token = page.token();
            more = page.more();
        }
        if (again) {
            events.note("the server does not know what it told last: all is compared anew, and nothing is taken for"
                    + " deleted there");
        }
        replace(items, closed, again);
        state.advance(token);
        state.force();
        if (!closed.isEmpty() || again) {
            return;
        }
        there();
    }

    private void replace(Map<String, Listed> items, Set<String> closed, boolean again) throws IOException {
        for (Listed old : List.copyOf(state.there().all())) {
            if (!items.containsKey(old.path()) && state.there().has(old.path())) {
                forgetListed(old.path(), items);
            }
        }
        for (Listed item : items.values()) {
            list(item);
        }
        for (String path : closed) {
            state.close(path, "the server's reports do not go into it");
        }
        if (again) {
            doubt(items);
        }
    }

    private void forgetListed(String path, Map<String, Listed> items) throws IOException {
        List<Listed> below = new ArrayList<>(state.there().below(path));
        state.unlist(path);
        for (Listed item : below) {
            if (items.containsKey(item.path())) {
                state.list(Objects.requireNonNull(items.get(item.path())));
            }
        }
    }

    /**
     * A server that was restored from a backup has lost what came since: that is nothing that somebody deleted or wrote. What is not
     * there as both sides agreed on it is taken for new, on both.
     */
    private void doubt(Map<String, Listed> items) throws IOException {
        Map<String, Listed> byId = new HashMap<>();
        items.values().stream().filter(item -> !item.id().isEmpty()).forEach(item -> byId.put(item.id(), item));
        for (Agreed was : List.copyOf(state.base().all())) {
            if (!isThere(was, items.get(was.path())) && !isThere(was, byId.get(was.id()))) {
                List<Agreed> below = List.copyOf(state.base().below(was.path()));
                state.forget(was.path());
                for (Agreed item : below) {
                    state.agree(item);
                }
            }
        }
    }

    private static boolean isThere(Agreed was, @Nullable Listed now) {
        return now != null && now.folder() == was.folder() && now.tag().equals(was.tag());
    }
}

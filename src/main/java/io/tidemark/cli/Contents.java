package io.tidemark.cli;

import io.tidemark.tool.XmlText;
import java.io.IOException;
import java.io.OutputStream;

/** Gets contents from the server, as they are now or were, each checked by its hash. */
final class Contents {

    private final Session session;

    Contents(Session session) {
        this.session = session;
    }

    /**
     * What has come.
     *
     * @param tag of the content
     * @param modified as HTTP writes it; empty when it is not said
     * @param collection whether there is a folder, of which nothing has come
     */
    record Came(String tag, String modified, boolean collection) {}

    /**
     * Writes a content out.
     *
     * @throws FailedException when it is not what the server says it is; what was written is not to be used then
     */
    Came copy(Place.At at, OutputStream out) throws IOException, InterruptedException {
        Ask ask = get("GET", at).expect(200);
        try (Reply reply = session.send(ask)) {
            // A folder's page of links comes in its place, named with its slash.
            if (reply.header("Content-Location").endsWith("/")
                    || reply.response().uri().getRawPath().endsWith("/")) {
                return new Came("", "", true);
            }
            String own = Digest.copy(reply.body(), out);
            if (Digest.contradicts(reply.header("Repr-Digest"), own)) {
                throw new FailedException(
                        Exit.FAILED, at + " was damaged on the way: its hash is not what the server says; try again.");
            }
            return new Came(reply.header("ETag"), reply.header("Last-Modified"), false);
        }
    }

    /** A GET or HEAD of a file in a state. */
    Ask get(String method, Place.At at) throws IOException, InterruptedException {
        Ask ask = new Ask(method, session.url(at.place()), at.toString()).header("Want-Repr-Digest", "sha-256=1");
        State state = header(at);
        return state.isNow() ? ask : ask.header("Revision-Id", state.revisionId());
    }

    /** A state that {@code Revision-Id} can name: of a change, the time at which it was made. */
    State header(Place.At at) throws IOException, InterruptedException {
        State state = at.state();
        if (state.kind() != State.Kind.CHANGE && state.kind() != State.Kind.BEFORE_CHANGE) {
            return state;
        }
        String older = state.kind() == State.Kind.CHANGE
                ? "<T:until>" + state.xml() + "</T:until>"
                : "<T:before>" + XmlText.escaped(state.value()) + "</T:before>";
        Ask ask = session.ask("REPORT", at.place())
                .header("Depth", "0")
                .xml("T:changes", "<D:limit><D:nresults>1</D:nresults></D:limit>" + older)
                .expect(200);
        try (Reply reply = session.send(ask)) {
            String time = reply.root("changes")
                    .child("change")
                    .map(change -> change.text("time"))
                    .orElse("");
            if (time.isEmpty()) {
                throw new FailedException(
                        Exit.NOT_FOUND, at.place() + " had no change until then, so it has no such state.");
            }
            return new State(State.Kind.TIME, time);
        }
    }
}

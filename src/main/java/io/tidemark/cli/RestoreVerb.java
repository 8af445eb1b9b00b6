package io.tidemark.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark restore}. */
@Command(
        name = "restore",
        description =
                "Lets a file or folder be what it was in a state. That is a change of its own, and can be taken back.")
final class RestoreVerb extends Verb {

    @Parameters(
            paramLabel = "PATH@STATE",
            description = "With @V3, @release-1, @yesterday, @2026-11-28T12:00, @change:ID.")
    private String path = "";

    @Option(names = "--preview", description = "Say what would be done, and change nothing.")
    private boolean preview;

    @Option(names = "--skip", description = "Of a folder: leave as it is what cannot be brought back.")
    private boolean skip;

    @Override
    int run() throws IOException, InterruptedException {
        Place.At at = at(path);
        if (at.state().isNow()) {
            throw FailedException.usage("Give a state behind the path, such as @V1 or @yesterday.");
        }
        Session session = session(at.place());
        if (session.get(at.place()).folder()) {
            Place place = at.place().as(true);
            String content = "<T:to>" + at.state().xml() + "</T:to>" + (preview ? "<T:preview/>" : "")
                    + (skip ? "<T:skip/>" : "");
            Ask ask = session.unlocked(session.ask("POST", place).xml("T:restore", content), place);
            Restored.tell(session, ask, preview, output());
        } else {
            file(session, at);
        }
        return Exit.DONE;
    }

    private void file(Session session, Place.At at) throws IOException, InterruptedException {
        Contents contents = new Contents(session);
        Place place = at.place();
        State state = contents.header(at);
        if (preview) {
            preview(session, contents, new Place.At(place, state));
            return;
        }
        Ask ask = session.unlocked(session.ask("COPY", place), place)
                .header("Revision-Id", state.revisionId())
                .header("Destination", session.url(place).toString());
        try (Reply reply = session.send(ask)) {
            String revision = reply.header("Revision-Id");
            output().say(
                            Output.object(
                                    "path",
                                    place.plain(),
                                    "restored",
                                    at.state().toString(),
                                    "revision",
                                    revision),
                            place + " is what it was at "
                                    + Output.shown(at.state().toString())
                                    + (revision.isEmpty() ? "" : ", in " + revision));
        }
    }

    /** The server has no preview of a single file: what it was then, and what it is, are looked at. */
    private void preview(Session session, Contents contents, Place.At then) throws IOException, InterruptedException {
        Place.At now = new Place.At(then.place(), State.NOW);
        try (Reply old = session.send(contents.get("HEAD", then).expect(200));
                Reply current = session.send(contents.get("HEAD", now).expect(200))) {
            boolean same = old.header("ETag").equals(current.header("ETag"));
            long length =
                    old.response().headers().firstValueAsLong("Content-Length").orElse(0);
            output().say(
                            Output.object(
                                    "preview",
                                    true,
                                    "path",
                                    then.place().plain(),
                                    "revision",
                                    old.header("Revision-Id"),
                                    "length",
                                    length,
                                    "sameContent",
                                    same),
                            then.place() + " would have " + (same ? "the content that it has" : "the content of then")
                                    + " (" + length + " bytes"
                                    + (old.header("Revision-Id").isEmpty() ? "" : ", " + old.header("Revision-Id"))
                                    + ')');
        }
    }
}

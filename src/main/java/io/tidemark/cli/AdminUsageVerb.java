package io.tidemark.cli;

import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tidemark admin usage}. */
@Command(
        name = "usage",
        description =
                "Says what a folder costs, by user: what shows now, what older revisions have, what was deleted. It is"
                        + " counted when it is asked, which may take some seconds.")
final class AdminUsageVerb extends Verb {

    private static final String FORMAT = "%-12s %9s %15s   %9s %15s   %9s %15s";

    @Parameters(arity = "0..1", paramLabel = "PATH", description = "A folder on the server; / unless told.")
    private String path = "/";

    @Override
    int run() throws IOException, InterruptedException {
        Place place = Place.parse(path).as(true);
        Session session = session(place);
        try (Reply reply = session.send(session.ask("REPORT", place).xml("T:usage", ""))) {
            Node usage = reply.root("usage");
            output().line(String.format(FORMAT, "", "files", "bytes", "revisions", "bytes", "deleted", "bytes"));
            say(place, "", usage);
            usage.all("share").forEach(share -> say(place, share.text("user"), share));
        }
        return Exit.DONE;
    }

    private void say(Place place, String user, Node part) {
        Map<String, Object> object = Output.object(
                "path", place.plain(),
                "user", user,
                "files", number(part, "live", "files"),
                "liveBytes", number(part, "live", "bytes"),
                "revisions", number(part, "history", "revisions"),
                "historyBytes", number(part, "history", "bytes"),
                "deletedRevisions", number(part, "deleted", "revisions"),
                "deletedBytes", number(part, "deleted", "bytes"));
        output().say(
                        object,
                        String.format(
                                FORMAT,
                                user.isEmpty() ? "all" : Output.shown(user),
                                object.get("files"),
                                object.get("liveBytes"),
                                object.get("revisions"),
                                object.get("historyBytes"),
                                object.get("deletedRevisions"),
                                object.get("deletedBytes")));
    }

    private static Long number(Node part, String kind, String name) {
        String text = part.child(kind).map(child -> child.text(name)).orElse("");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0L;
    }
}

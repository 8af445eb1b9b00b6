package io.tidemark.cli;

import io.tidemark.tool.XmlText;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark checkin}. */
@Command(name = "checkin", description = "Makes one revision of all that was written since checkout.")
final class CheckinVerb extends Verb {

    @Parameters(paramLabel = "PATH", description = "On the server.")
    private String path = "";

    @Option(
            names = {"-m", "--comment"},
            paramLabel = "TEXT",
            description = "Why.")
    private String comment = "";

    @Override
    int run() throws IOException, InterruptedException {
        Place place = Place.parse(path);
        Session session = session(place);
        String content = comment.isEmpty() ? "" : "<D:comment>" + XmlText.escaped(comment) + "</D:comment>";
        Ask ask = session.unlocked(session.ask("CHECKIN", place), place).xml("D:checkin", content);
        try (Reply reply = session.send(ask)) {
            String revision = reply.header("Revision-Id");
            output().say(
                            Output.object("path", place.plain(), "revision", revision),
                            "checked in " + place + " as " + revision);
        }
        return Exit.DONE;
    }
}

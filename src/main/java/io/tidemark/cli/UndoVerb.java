package io.tidemark.cli;

import io.tidemark.tool.XmlText;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark undo}. */
@Command(name = "undo", description = "Takes one change back, and nothing else. tidemark log shows their ids.")
final class UndoVerb extends Verb {

    @Parameters(paramLabel = "CHANGE", description = "Its id.")
    private String change = "";

    @Option(names = "--in", paramLabel = "PATH", description = "A folder above all that it touched; / unless told.")
    private String path = "/";

    @Option(names = "--preview", description = "Say what would be done, and change nothing.")
    private boolean preview;

    @Option(names = "--force", description = "Undo the rest where something has been changed again since.")
    private boolean force;

    @Override
    int run() throws IOException, InterruptedException {
        Place place = Place.parse(path).as(true);
        Session session = session(place);
        String id = change.startsWith("change:") ? change.substring("change:".length()) : change;
        String content = "<T:change>" + XmlText.escaped(id) + "</T:change>" + (preview ? "<T:preview/>" : "");
        Ask ask = session.unlocked(session.ask("POST", place).xml("T:undo", content), place);
        if (force) {
            ask.header("Override-Checkin", "Yes");
        }
        Restored.tell(session, ask, preview, output());
        return Exit.DONE;
    }
}

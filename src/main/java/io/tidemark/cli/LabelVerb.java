package io.tidemark.cli;

import io.tidemark.tool.XmlText;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark label}. */
@Command(
        name = "label",
        description = "Gives a revision a label, by which it is found from then on; or takes one away.")
final class LabelVerb extends Verb {

    @Parameters(
            index = "0",
            paramLabel = "PATH[@STATE]",
            description = "Which revision; the one that shows unless told.")
    private String path = "";

    @Parameters(index = "1", paramLabel = "LABEL", description = "Any text.")
    private String label = "";

    @Option(names = "--move", description = "Take it from the revision that has it.")
    private boolean move;

    @Option(names = "--remove", description = "Take it away.")
    private boolean remove;

    @Option(names = "-r", description = "Of a folder: label all that is in it, or nothing.")
    private boolean recursive;

    @Override
    int run() throws IOException, InterruptedException {
        if (label.isBlank() || (move && remove)) {
            throw FailedException.usage("A label is not empty, and either --move or --remove is meant.");
        }
        Place.At at = at(path);
        Session session = session(at.place());
        Place place = at.place().as(session.get(at.place()).folder());
        State state = new Contents(session).header(at);
        String action = remove ? "D:remove" : move ? "D:set" : "D:add";
        Ask ask = session.unlocked(session.ask("LABEL", place), place)
                .header("Depth", recursive ? "infinity" : "0")
                .xml(
                        "D:label",
                        '<' + action + "><D:label-name>" + XmlText.escaped(label) + "</D:label-name></" + action + '>')
                .expect(200, 204);
        if (!state.isNow()) {
            ask.header("Revision-Id", state.revisionId());
        }
        session.run(ask);
        output().say(
                        Output.object("path", place.plain(), "label", label, "removed", remove),
                        Output.shown(label) + (remove ? " taken from " : " given to ") + at);
        return Exit.DONE;
    }
}

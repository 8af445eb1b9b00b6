package io.tidemark.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tidemark uncheckout}. */
@Command(name = "uncheckout", description = "Drops all that was written since checkout.")
final class UncheckoutVerb extends Verb {

    @Parameters(paramLabel = "PATH", description = "On the server.")
    private String path = "";

    @Override
    int run() throws IOException, InterruptedException {
        Place place = Place.parse(path);
        Session session = session(place);
        session.run(session.unlocked(session.ask("UNCHECKOUT", place), place));
        output().say(
                        Output.object("path", place.plain(), "checkedOut", false),
                        place + " is as it was before the checkout");
        return Exit.DONE;
    }
}

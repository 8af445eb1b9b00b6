package io.tidemark.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tidemark checkout}. */
@Command(
        name = "checkout",
        description =
                "Checks a file out where it is: until checkin or uncheckout, what is written to it shows, and makes no"
                        + " revisions.")
final class CheckoutVerb extends Verb {

    @Parameters(paramLabel = "PATH", description = "On the server.")
    private String path = "";

    @Override
    int run() throws IOException, InterruptedException {
        Place place = Place.parse(path);
        Session session = session(place);
        session.run(session.unlocked(session.ask("CHECKOUT", place), place));
        output().say(Output.object("path", place.plain(), "checkedOut", true), "checked out " + place);
        return Exit.DONE;
    }
}

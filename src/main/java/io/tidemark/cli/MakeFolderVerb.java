package io.tidemark.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark mkdir}. */
@Command(name = "mkdir", description = "Makes folders.")
final class MakeFolderVerb extends Verb {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "On the server.")
    private List<String> paths = List.of();

    @Option(names = "-p", description = "Those above, too, and no failure where it is there.")
    private boolean parents;

    @Option(names = "--versioned", description = "Under version control, with all that comes into it.")
    private boolean versioned;

    @Override
    int run() throws IOException, InterruptedException {
        for (String path : paths) {
            Place place = Place.parse(path).as(true);
            Session session = session(place);
            boolean made = make(session, place);
            if (versioned) {
                session.run(session.unlocked(session.ask("VERSION", place), place));
            }
            output().say(
                            Output.object("path", place.plain(), "created", made),
                            (made ? "made " : "there already: ") + place);
        }
        return Exit.DONE;
    }

    private boolean make(Session session, Place place) throws IOException, InterruptedException {
        if (parents) {
            if (session.find(place).map(Found::folder).orElse(false)) {
                return false;
            }
            if (!place.isAll()) {
                make(session, place.parent());
            }
        }
        Ask ask = session.unlocked(session.ask("MKCOL", place), place).expect(201, 405);
        try (Reply reply = session.send(ask)) {
            if (reply.status() == 405) {
                throw new FailedException(Exit.CONFLICT, "There is something at " + place + " already.");
            }
        }
        return true;
    }
}

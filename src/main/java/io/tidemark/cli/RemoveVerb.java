package io.tidemark.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark rm}. */
@Command(
        name = "rm",
        description = "Deletes files, or with -r folders. What is under version control can be brought back.")
final class RemoveVerb extends Verb {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "On the server.")
    private List<String> paths = List.of();

    @Option(names = "-r", description = "Folders, too, with all that is in them.")
    private boolean recursive;

    @Override
    int run() throws IOException, InterruptedException {
        for (String path : paths) {
            Place place = Place.parse(path);
            Session session = session(place);
            boolean folder = session.get(place).folder();
            if (folder && !recursive) {
                throw FailedException.usage(place + " is a folder; -r deletes it with all that is in it.");
            }
            session.run(session.unlocked(session.ask("DELETE", place.as(folder)), place.as(folder)));
            output().say(Output.object("path", place.plain(), "removed", true), "deleted " + place);
        }
        return Exit.DONE;
    }
}

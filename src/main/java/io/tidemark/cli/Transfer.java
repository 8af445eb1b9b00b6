package io.tidemark.cli;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code mv} and {@code cp} have in common. */
abstract class Transfer extends Verb {

    @Parameters(index = "0", paramLabel = "FROM", description = "On the server.")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "Its new path, or a folder to put it in.")
    private String to = "";

    @Option(names = "--force", description = "Replace what is there.")
    private boolean force;

    private final String method;
    private final String done;

    Transfer(String method, String done) {
        this.method = method;
        this.done = done;
    }

    /** Whether this transfer may take a folder. */
    abstract boolean takesFolders();

    @Override
    final int run() throws IOException, InterruptedException {
        Place source = Place.parse(from);
        Place target = Place.parse(to);
        Session session = session(source, target);
        boolean folder = session.get(source).folder();
        if (folder && !takesFolders()) {
            throw FailedException.usage(source + " is a folder; -r takes it with all that is in it.");
        }
        Optional<Found> there = session.find(target);
        if (there.map(Found::folder).orElse(false)) {
            target = target.as(true).member(source.name(), folder);
        } else if (there.isEmpty() && target.folder() && !folder) {
            throw new FailedException(Exit.NOT_FOUND, "There is no folder " + target + "; tidemark mkdir -p makes it.");
        }
        Place end = target.as(folder);
        // A refusal is about what is in the way, unless the server names something else.
        Ask ask = new Ask(method, session.url(source.as(folder)), end.toString())
                .header("Destination", session.url(end).toString())
                .header("Overwrite", force ? "T" : "F");
        Ask unlocked =
                method.equals("MOVE") ? session.unlocked(ask, source.as(folder), end) : session.unlocked(ask, end);
        try (Reply reply = session.send(unlocked)) {
            output().say(
                            Output.object(
                                    "from",
                                    source.as(folder).plain(),
                                    "path",
                                    end.plain(),
                                    "created",
                                    reply.status() == 201),
                            done + ' ' + source.as(folder) + " to " + end);
        }
        return Exit.DONE;
    }
}

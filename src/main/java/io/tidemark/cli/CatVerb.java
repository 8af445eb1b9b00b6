package io.tidemark.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tidemark cat}. */
@Command(name = "cat", description = "Writes a file to standard output, as it is, or as it was in a state.")
final class CatVerb extends Verb {

    @Parameters(
            paramLabel = "PATH[@STATE]",
            description =
                    "With @V3, @release-1, @yesterday, @2026-11-28T12:00, @change:ID; @now behind a name that has an"
                            + " @.")
    private String path = "";

    @Override
    int run() throws IOException, InterruptedException {
        Place.At at = at(path);
        Session session = session(at.place());
        if (new Contents(session).copy(at, output().raw()).collection()) {
            throw FailedException.usage(at.place() + " is a folder; tidemark ls lists it.");
        }
        return Exit.DONE;
    }
}

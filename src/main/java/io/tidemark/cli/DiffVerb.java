package io.tidemark.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark diff}. */
@Command(name = "diff", description = "Says how two states of a file or folder differ, or two files, or two folders.")
final class DiffVerb extends Verb {

    @Parameters(index = "0", paramLabel = "PATH[@STATE]", description = "The old one.")
    private String from = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PATH[@STATE]",
            description = "The new one; the same path as it is now unless told.")
    private String to = "";

    @Option(names = "--exit-code", description = "End with 9 when they differ.")
    private boolean exitCode;

    @Override
    int run() throws IOException, InterruptedException {
        Place.At old = at(from);
        Place.At fresh = to.isEmpty() ? new Place.At(old.place(), State.NOW) : at(to);
        if (to.isEmpty() && old.state().isNow()) {
            throw FailedException.usage("Give a state behind the path, such as @V1 or @yesterday, or a second path.");
        }
        Session session = session(old.place(), fresh.place());
        boolean folder = session.get(fresh.place()).folder();
        boolean differ = folder
                ? new FolderDiff(session, output()).run(old, fresh)
                : new FileDiff(session, output()).run(old, fresh);
        return differ && exitCode ? Exit.DIFFERENT : Exit.DONE;
    }
}

package io.tidemark.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tidemark cp}. */
@Command(name = "cp", description = "Copies a file, or with -r a folder, on the server.")
final class CopyVerb extends Transfer {

    @Option(names = "-r", description = "A folder, too, with all that is in it.")
    private boolean recursive;

    CopyVerb() {
        super("COPY", "copied");
    }

    @Override
    boolean takesFolders() {
        return recursive;
    }
}

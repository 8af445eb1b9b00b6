package io.tidemark.cli;

import picocli.CommandLine.Command;

/** {@code tidemark mv}. */
@Command(name = "mv", description = "Moves or renames a file or folder on the server; its history goes along.")
final class MoveVerb extends Transfer {

    MoveVerb() {
        super("MOVE", "moved");
    }

    @Override
    boolean takesFolders() {
        return true;
    }
}

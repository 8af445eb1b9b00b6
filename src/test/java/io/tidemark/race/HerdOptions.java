package io.tidemark.race;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a {@link Herd} is told. */
@Command(
        name = "herd",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Lets clients poll sync-collection while writers change the same tree, and compares at the end what"
                        + " each client knows with a listing.",
        footer = {
            "",
            "Exit codes:",
            "  0  all clients know exactly what a listing shows",
            "  1  something was lost or made up, or an answer was not as RFC 6578 has it",
            "  2  wrong options"
        })
final class HerdOptions {
    @Option(
            names = "--url",
            required = true,
            description = "A server. Of several, which share a database, each request takes the next one.")
    List<URI> urls = List.of();

    @Option(names = "--user", description = "Name and password: writer:writer unless told.")
    String user = "writer:writer";

    @Option(names = "--clients", description = "Clients that poll; 64 unless told. Every third polls level 1.")
    int clients = 64;

    @Option(names = "--pause", description = "Milliseconds between two reports of a client; 250 unless told.")
    int pause = 250;

    @Option(names = "--writers", description = "8 unless told.")
    int writers = 8;

    @Option(names = "--seconds", description = "How long the writers write; 60 unless told.")
    int seconds = 60;

    @Option(names = "--seed", description = "For the writers' choices; 1 unless told.")
    long seed = 1;

    @Option(
            names = "--operations",
            split = ",",
            description = "What the writers do: ${COMPLETION-CANDIDATES}. All unless told.")
    Set<HerdOperation> operations = EnumSet.allOf(HerdOperation.class);
}

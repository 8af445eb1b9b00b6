package io.tidemark.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code tidemark admin}: what administrators ask a server. */
@Command(
        name = "admin",
        description =
                "What administrators ask: who holds what, what folders cost, how the server is. Everybody may ask, and is"
                        + " told of what is one's own.",
        synopsisSubcommandLabel = "COMMAND")
final class AdminVerb extends Verb {

    @Override
    Map<String, Verb> parts() {
        Map<String, Verb> parts = new LinkedHashMap<>();
        parts.put("locks", new AdminLocksVerb());
        parts.put("checkouts", new AdminCheckoutsVerb());
        parts.put("app-passwords", new AdminPasswordsVerb());
        parts.put("usage", new AdminUsageVerb());
        parts.put("server", new AdminServerVerb());
        return parts;
    }

    @Override
    int run() throws IOException {
        throw FailedException.usage("What is asked? tidemark admin --help lists it.");
    }
}

package io.tidemark.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tidemark servers}. */
@Command(name = "servers", description = "Lists the servers that you are logged in to; a star is at the usual one.")
final class ServersVerb extends Verb {

    @Option(names = "--usual", paramLabel = "NAME", description = "Make this one the usual one.")
    private String usual = "";

    @Override
    int run() throws IOException {
        if (!usual.isEmpty()) {
            Login login = logins().get(usual);
            logins().change(saved -> new Logins.Saved(saved.byName(), login.name()));
        }
        Logins.Saved saved = logins().read();
        saved.byName().values().forEach(login -> {
            boolean star = login.name().equals(saved.usual());
            output().say(
                            Output.object(
                                    "server", login.name(), "url", login.url(), "user", login.user(), "usual", star),
                            (star ? "* " : "  ") + login.name() + "  " + login.url() + "  "
                                    + Output.shown(login.user()));
        });
        return Exit.DONE;
    }
}

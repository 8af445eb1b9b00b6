package io.tidemark.cli;

import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code tidemark whoami}. */
@Command(name = "whoami", description = "Says as whom the server knows you, and how much room there is.")
final class WhoamiVerb extends Verb {

    @Override
    int run() throws IOException, InterruptedException {
        Session session = session();
        Ask ask = session.propfind(
                Place.parse("/"), 0, "D:current-user-principal", "D:quota-used-bytes", "D:quota-available-bytes");
        try (Reply reply = session.send(ask)) {
            Node properties = reply.root("multistatus")
                    .child("response")
                    .map(Node::properties)
                    .orElseThrow(() -> new FailedException(Exit.FAILED, "The server says nothing of you."));
            Login login = session.login();
            String used = properties.text("quota-used-bytes");
            String free = properties.text("quota-available-bytes");
            output().say(
                            Output.object(
                                    "user", login.user(),
                                    "principal", properties.href("current-user-principal"),
                                    "server", login.name(),
                                    "url", login.url(),
                                    "usedBytes", used.isEmpty() ? null : Long.valueOf(used),
                                    "availableBytes", free.isEmpty() ? null : Long.valueOf(free)),
                            Output.shown(login.user()) + " at " + login.url() + " (" + login.name() + "), " + used
                                    + " bytes used, " + free + " available");
        }
        return Exit.DONE;
    }
}

package io.tidemark.cli;

import io.tidemark.tool.XmlText;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark lock}. */
@Command(
        name = "lock",
        description =
                "Locks a file or folder, so that nobody else changes it; tidemark's own commands go on from here. With"
                        + " --show says who has locked it.")
final class LockVerb extends Verb {

    @Parameters(paramLabel = "PATH", description = "On the server.")
    private String path = "";

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "For how long; 3600 unless told. The server may shorten it.")
    private long seconds = 3600;

    @Option(names = "--shared", description = "Beside others who share it.")
    private boolean shared;

    @Option(names = "--show", description = "Lock nothing.")
    private boolean show;

    @Override
    int run() throws IOException, InterruptedException {
        if (seconds < 1) {
            throw FailedException.usage("--seconds needs a positive number.");
        }
        Place given = Place.parse(path);
        Session session = session(given);
        // LOCK would make an empty file where nothing is.
        Place place = given.as(session.get(given).folder());
        if (show) {
            List<Node> locks = locks(session, place);
            locks.forEach(lock -> say(place, lock));
            if (locks.isEmpty()) {
                output().line("Nobody has locked " + place + '.');
            }
            return Exit.DONE;
        }
        String content = "<D:lockscope><D:" + (shared ? "shared" : "exclusive")
                + "/></D:lockscope><D:locktype><D:write/></D:locktype><D:owner>"
                + XmlText.escaped(session.login().user()) + "</D:owner>";
        Ask ask = session.ask("LOCK", place)
                .header("Timeout", "Second-" + seconds)
                .header("Depth", "infinity")
                .xml("D:lockinfo", content)
                .expect(200, 201);
        try (Reply reply = session.send(ask)) {
            String token = reply.header("Lock-Token").replaceAll("^<|>$", "");
            session.memory().keepLock(session.login().name(), session.url(place), token);
            List<Node> locks = reply.root("prop").deep("activelock").toList();
            locks.stream().filter(lock -> lock.href("locktoken").equals(token)).forEach(lock -> say(place, lock));
        }
        return Exit.DONE;
    }

    static List<Node> locks(Session session, Place place) throws IOException, InterruptedException {
        try (Reply reply = session.send(session.propfind(place, 0, "D:lockdiscovery"))) {
            return reply.root("multistatus").deep("activelock").toList();
        }
    }

    private void say(Place place, Node lock) {
        // What the client said of itself may be text, or an address.
        String owner = lock.child("owner")
                .map(said -> said.text().isEmpty() ? said.text("href") : said.text())
                .orElse("");
        boolean isShared = lock.deep("shared").findAny().isPresent();
        output().say(
                        Output.object(
                                "path", place.plain(),
                                "owner", owner,
                                "token", lock.href("locktoken"),
                                "timeout", lock.text("timeout"),
                                "shared", isShared,
                                "depth", lock.text("depth")),
                        place + " is locked" + (isShared ? " (shared)" : "")
                                + (owner.isEmpty() ? "" : " by " + Output.shown(owner)) + ", "
                                + Output.shown(lock.text("timeout")));
    }
}

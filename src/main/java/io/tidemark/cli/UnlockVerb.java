package io.tidemark.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark unlock}. */
@Command(
        name = "unlock",
        description = "Ends a lock that tidemark lock took here; with --force any, as far as it is yours to end.")
final class UnlockVerb extends Verb {

    @Parameters(paramLabel = "PATH", description = "On the server.")
    private String path = "";

    @Option(
            names = "--force",
            description = "A lock that another program took, too; of others, if you are an administrator.")
    private boolean force;

    @Override
    int run() throws IOException, InterruptedException {
        Place given = Place.parse(path);
        Session session = session(given);
        Place place = given.as(session.get(given).folder());
        Map<String, String> taken = session.memory().locks(session.login().name());
        Optional<String> own = Optional.ofNullable(taken.get(session.url(place).toString()));
        List<String> there = LockVerb.locks(session, place).stream()
                .map(lock -> lock.href("locktoken"))
                .toList();
        List<String> tokens =
                force ? there : own.filter(there::contains).stream().toList();
        if (own.isPresent() && !there.contains(own.get())) {
            session.memory().forgetLock(session.login().name(), session.url(place));
        }
        if (tokens.isEmpty()) {
            throw there.isEmpty()
                    ? new FailedException(Exit.NOT_FOUND, place + " is not locked, or no more.")
                    : new FailedException(
                            Exit.LOCKED,
                            place + " is locked, but not by tidemark here; --force ends that if it is yours.");
        }
        for (String token : tokens) {
            session.run(session.ask("UNLOCK", place).header("Lock-Token", '<' + token + '>'));
        }
        session.memory().forgetLock(session.login().name(), session.url(place));
        output().say(Output.object("path", place.plain(), "unlocked", true), "unlocked " + place);
        return Exit.DONE;
    }
}

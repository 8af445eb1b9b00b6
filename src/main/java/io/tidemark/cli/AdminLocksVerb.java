package io.tidemark.cli;

import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;

/** {@code tidemark admin locks}. */
@Command(
        name = "locks",
        description =
                "Lists locks: since when, until when, whose, where. --end PATH breaks those that were taken there.")
final class AdminLocksVerb extends HoldingsVerb {

    @Override
    String report() {
        return "locks";
    }

    @Override
    String element() {
        return "lock";
    }

    @Override
    String name(Session session, Node lock) {
        return session.plain(lock.text("href"));
    }

    @Override
    Map<String, Object> object(Session session, Node lock) {
        return Output.object(
                "path", name(session, lock),
                "user", lock.text("user"),
                "owner", owner(lock),
                "created", lock.text("created"),
                "expires", lock.text("expires"),
                "shared", isShared(lock),
                "depth", lock.text("depth"),
                "token", lock.href("locktoken"));
    }

    @Override
    String line(Session session, Node lock) {
        String owner = owner(lock);
        return String.format(
                "%-19s  %-19s  %-10s  %s%s%s",
                time(lock.text("created")),
                time(lock.text("expires")),
                Output.shown(lock.text("user")),
                session.shown(lock.text("href")),
                isShared(lock) ? "  shared" : "",
                owner.isEmpty() ? "" : "  " + Output.shown(owner));
    }

    @Override
    Ask ending(Session session, Node lock) {
        return new Ask("UNLOCK", session.at(lock.text("href")), session.shown(lock.text("href")))
                .header("Lock-Token", '<' + lock.href("locktoken") + '>');
    }

    private static boolean isShared(Node lock) {
        return lock.deep("shared").findAny().isPresent();
    }

    /** What the client said of itself; empty where that is nobody's text. */
    private static String owner(Node lock) {
        return lock.child("owner")
                .map(said -> Objects.requireNonNull(said.text().isEmpty() ? said.text("href") : said.text()))
                .orElse("");
    }
}

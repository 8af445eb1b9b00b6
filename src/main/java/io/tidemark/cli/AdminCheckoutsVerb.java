package io.tidemark.cli;

import java.util.Map;
import picocli.CommandLine.Command;

/** {@code tidemark admin checkouts}. */
@Command(
        name = "checkouts",
        description =
                "Lists checkouts: since when, whose, where, what was checked out. --end PATH ends them; what was written"
                        + " in them is lost.")
final class AdminCheckoutsVerb extends HoldingsVerb {

    @Override
    String report() {
        return "checkouts";
    }

    @Override
    String element() {
        return "checkout";
    }

    @Override
    String name(Session session, Node checkout) {
        return session.plain(checkout.text("href"));
    }

    @Override
    Map<String, Object> object(Session session, Node checkout) {
        return Output.object(
                "path", name(session, checkout),
                "user", checkout.text("user"),
                "created", checkout.text("created"),
                "revision", checkout.text("revisionid"),
                "comment", checkout.text("comment"),
                "workingCopy", checkout.href("workingcopy"));
    }

    @Override
    String line(Session session, Node checkout) {
        String comment = checkout.text("comment");
        return String.format(
                "%-19s  %-10s  %s  %s%s",
                time(checkout.text("created")),
                Output.shown(checkout.text("user")),
                session.shown(checkout.text("href")),
                Output.shown(checkout.text("revisionid")),
                comment.isEmpty() ? "" : "  " + Output.shown(comment));
    }

    @Override
    Ask ending(Session session, Node checkout) {
        return new Ask("UNCHECKOUT", session.at(checkout.href("workingcopy")), session.shown(checkout.text("href")));
    }
}

package io.tidemark.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code tidemark admin server}. */
@Command(
        name = "server",
        description = "Says how the server is: version, schema, and how far numbering, history and indexes go.")
final class AdminServerVerb extends Verb {

    private record Fact(String element, String field, String label) {}

    private static final List<Fact> FACTS = List.of(
            new Fact("version", "version", "version"),
            new Fact("schema", "schema", "schema"),
            new Fact("unnumbered-since", "unnumberedSince", "changes without a number since"),
            new Fact("history-since", "historySince", "history since"),
            new Fact("indexed-until", "indexedUntil", "words known until"));

    @Override
    int run() throws IOException, InterruptedException {
        Session session = session();
        Ask ask = new Ask("REPORT", session.at("/principals/"), "the server's state").xml("T:server", "");
        try (Reply reply = session.send(ask)) {
            Node server = reply.root("server");
            Map<String, Object> object = Output.object("server", session.login().name());
            FACTS.forEach(fact -> {
                String value = server.text(fact.element());
                if (!value.isEmpty()) {
                    object.put(fact.field(), value);
                    output().line(String.format("%-31s %s", fact.label(), Output.shown(value)));
                }
            });
            if (output().isJson()) {
                output().say(object, "");
            }
        }
        return Exit.DONE;
    }
}

package io.tidemark.cli;

import io.tidemark.tool.XmlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Lists what users hold of one kind, or ends what is named (docs/protocol.md, Who holds what). */
abstract class HoldingsVerb extends Verb {

    /** How many an answer has; there may be more answers. */
    private static final int PAGE = 1_000;

    private static final String PRINCIPALS = "/principals/";

    @Option(
            names = {"-u", "--user"},
            paramLabel = "USER",
            description = "Of that user alone.")
    private String user = "";

    @Option(names = "--end", paramLabel = "NAME", description = "End what the list calls so, instead of listing.")
    private String end = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why; --end needs it. It goes into the server's audit log.")
    private String reason = "";

    /** The report that lists them, and the element of one. */
    abstract String report();

    /** The element of one of them. */
    abstract String element();

    /** What {@code --end} knows one by. */
    abstract String name(Session session, Node one);

    /** One of them for programs. */
    abstract Map<String, Object> object(Session session, Node one);

    /** One of them for people. */
    abstract String line(Session session, Node one);

    /** The request that ends one. */
    abstract Ask ending(Session session, Node one);

    /** As whom all of this is asked: the login, unless an app password has no power over it. */
    Session asker() throws IOException {
        return session();
    }

    @Override
    int run() throws IOException, InterruptedException {
        if (!end.isEmpty() && reason.isBlank()) {
            throw FailedException.usage("--end needs a --reason.");
        }
        if (end.isEmpty() && !reason.isEmpty()) {
            throw FailedException.usage("--reason goes with --end.");
        }
        Session session = asker();
        List<Node> held = new ArrayList<>();
        for (String after = ""; ; ) {
            String next = page(session, after, held);
            if (end.isEmpty()) {
                held.forEach(one -> output().say(object(session, one), line(session, one)));
                held.clear();
            }
            if (next.isEmpty()) {
                break;
            }
            after = next;
        }
        return end.isEmpty() ? Exit.DONE : end(session, held);
    }

    /** Adds a page, and says where the next one begins; empty after the last. */
    private String page(Session session, String after, List<Node> held) throws IOException, InterruptedException {
        String content = (user.isEmpty() ? "" : "<T:user>" + XmlText.escaped(user) + "</T:user>")
                + (after.isEmpty() ? "" : "<T:after>" + XmlText.escaped(after) + "</T:after>")
                + "<D:limit><D:nresults>" + PAGE + "</D:nresults></D:limit>";
        Ask ask = new Ask("REPORT", session.at(PRINCIPALS), "the list").xml("T:" + report(), content);
        StringBuilder next = new StringBuilder();
        try (Reply reply = session.send(ask)) {
            Node.each(reply.body(), report(), node -> {
                if (node.name().equals(element())) {
                    held.add(node);
                } else if (node.name().equals("next")) {
                    next.append(node.text());
                }
            });
        }
        return next.toString();
    }

    private int end(Session session, List<Node> held) throws IOException, InterruptedException {
        List<Node> named =
                held.stream().filter(one -> name(session, one).equals(end)).toList();
        if (named.isEmpty()) {
            throw new FailedException(Exit.NOT_FOUND, "The list has no " + Output.shown(end) + '.');
        }
        for (Node one : named) {
            // One that has ended meanwhile is as good as ended.
            session.run(ending(session, one)
                    .header("Tidemark-Reason", encoded(reason))
                    .expect(200, 204, 404, 409));
            Map<String, Object> object = object(session, one);
            object.put("ended", true);
            output().say(object, "ended " + line(session, one));
        }
        return Exit.DONE;
    }

    /** A text for a header: printable ASCII, and all else percent-encoded in UTF-8. */
    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.strip().getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= ' ' && b < 0x7f && b != '%';
            encoded.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return encoded.toString();
    }

    /** A time of an answer, as it is on the clock here. */
    final String time(String text) {
        try {
            return text.isEmpty() ? "-" : output().time(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Output.shown(text);
        }
    }
}

package io.tidemark.cli;

import io.tidemark.tool.XmlText;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark log}. */
@Command(
        name = "log",
        description = "Says what happened in a folder or to a file, the newest first: who, when, and what.")
final class LogVerb extends Verb {

    private static final int PAGE = 1000;

    @Parameters(arity = "0..1", paramLabel = "PATH", description = "/ unless told.")
    private String path = "/";

    @Option(names = "-n", paramLabel = "N", description = "So many changes; 20 unless told, 0 for all.")
    private int most = 20;

    @Option(
            names = "--before",
            paramLabel = "CURSOR",
            description = "What is older: how the last page ended, or a change.")
    private String before = "";

    @Option(
            names = "--author",
            paramLabel = "NAME",
            description = "What one person did; several times for several people.")
    private List<String> authors = new ArrayList<>();

    @Option(names = "--after", paramLabel = "STATE", description = "What came after a state, such as yesterday.")
    private String after = "";

    @Option(names = "--until", paramLabel = "STATE", description = "What led to a state.")
    private String until = "";

    @Override
    int run() throws IOException, InterruptedException {
        if (most < 0) {
            throw FailedException.usage("-n needs a number that is not negative.");
        }
        Place place = Place.parse(path);
        Session session = session(place);
        String filter = filter();
        String cursor = before;
        int left = most == 0 ? Integer.MAX_VALUE : most;
        while (left > 0) {
            Page page = page(session, place, filter, cursor, Math.min(PAGE, left));
            page.changes().forEach(change -> say(session, change));
            left -= page.changes().size();
            cursor = page.next();
            if (cursor.isEmpty()) {
                return Exit.DONE;
            }
        }
        output().say(Output.object("next", cursor), "There is more: --before " + cursor);
        return Exit.DONE;
    }

    private String filter() throws FailedException {
        StringBuilder filter = new StringBuilder();
        if (!after.isEmpty()) {
            State state = State.parse(after, surroundings().clock());
            filter.append("<T:after>").append(state.xml()).append("</T:after>");
        }
        if (!until.isEmpty()) {
            State state = State.parse(until, surroundings().clock());
            filter.append("<T:until>").append(state.xml()).append("</T:until>");
        }
        authors.forEach(author ->
                filter.append("<T:author>").append(XmlText.escaped(author)).append("</T:author>"));
        return filter.toString();
    }

    private record Page(List<Node> changes, String next) {}

    private static Page page(Session session, Place place, String filter, String cursor, int limit)
            throws IOException, InterruptedException {
        String content = "<D:limit><D:nresults>" + limit + "</D:nresults></D:limit>"
                + (cursor.isEmpty() ? "" : "<T:before>" + XmlText.escaped(cursor) + "</T:before>") + filter;
        Ask ask = session.ask("REPORT", place)
                .header("Depth", "0")
                .xml("T:changes", content)
                .expect(200);
        try (Reply reply = session.send(ask)) {
            Node root = reply.root("changes");
            return new Page(root.all("change").toList(), root.text("next"));
        }
    }

    private void say(Session session, Node change) {
        String time = change.text("time");
        String more = change.text("more-items");
        List<Map<String, Object>> items =
                change.all("item").map(item -> Items.object(session, item)).toList();
        output().say(
                        Output.object(
                                "change",
                                change.text("id"),
                                "author",
                                change.text("author"),
                                "time",
                                time,
                                "comment",
                                change.text("revisioncomment"),
                                "items",
                                items,
                                "moreItems",
                                more.isEmpty() ? null : Long.valueOf(more)),
                        output().dim(change.text("id")) + "  " + output().time(Instant.parse(time)) + "  "
                                + Output.shown(change.text("author"))
                                + (change.text("revisioncomment").isEmpty()
                                        ? ""
                                        : "  " + Output.shown(change.text("revisioncomment"))));
        change.all("item").forEach(item -> output().line("    " + Items.line(session, item)));
        if (!more.isEmpty()) {
            output().line("    and " + more + " more");
        }
    }
}

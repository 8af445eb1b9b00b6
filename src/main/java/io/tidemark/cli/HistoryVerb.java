package io.tidemark.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark history}. */
@Command(
        name = "history",
        description =
                "Lists the revisions of a file or folder, the newest first: its id, after which one it came, when, by"
                        + " whom, how long it is, its labels and its comment.")
final class HistoryVerb extends Verb {

    @Parameters(paramLabel = "PATH", description = "On the server.")
    private String path = "";

    @Option(names = "-n", paramLabel = "N", description = "So many revisions; 100 unless told, 0 for all.")
    private int most = 100;

    @Override
    int run() throws IOException, InterruptedException {
        if (most < 0) {
            throw FailedException.usage("-n needs a number that is not negative.");
        }
        Place place = Place.parse(path);
        Session session = session(place);
        session.get(place);
        Ask ask = session.ask("REPORT", place)
                .header("Depth", "0")
                .xml(
                        "D:fulllineage",
                        "<D:prop><D:lastcheckin/><D:author/><D:getcontentlength/></D:prop>",
                        "scope=\"id\"" + (most == 0 ? "" : " limit=\"" + most + '"'))
                .expect(207, 403);
        List<Node> revisions = new ArrayList<>();
        try (Reply reply = session.send(ask)) {
            if (reply.status() == 403) {
                throw new FailedException(
                        Exit.CONFLICT, place + " is not under version control, so it has no revisions.");
            }
            Node.each(reply.body(), "multistatus", response -> revisions.add(response.properties()));
        }
        // The server tells the oldest first.
        Collections.reverse(revisions);
        revisions.forEach(this::say);
        return Exit.DONE;
    }

    private void say(Node revision) {
        String time = revision.text("lastcheckin");
        String length = revision.text("getcontentlength");
        String branch = revision.text("branchid");
        List<String> from = revision.all("derivedfrom").map(Node::text).toList();
        List<String> merged = revision.all("mergedfrom").map(Node::text).toList();
        List<String> labels = revision.all("revisionlabel").map(Node::text).toList();
        String line = String.format(
                "%-6s after %-8s %s  %-10s %10s",
                revision.text("revisionid"),
                from.isEmpty() ? "-" : String.join(",", from),
                time.isEmpty() ? "-" : output().time(Instant.parse(time)),
                Output.shown(revision.text("author")),
                length);
        output().say(
                        Output.object(
                                "revision",
                                revision.text("revisionid"),
                                "after",
                                from,
                                "mergedFrom",
                                merged.isEmpty() ? null : merged,
                                "time",
                                time,
                                "author",
                                revision.text("author"),
                                "length",
                                length.isEmpty() ? null : Long.valueOf(length),
                                "branch",
                                branch,
                                "labels",
                                labels,
                                "comment",
                                revision.text("revisioncomment")),
                        line
                                + (branch.equals("primary") ? "" : "  branch " + Output.shown(branch))
                                + (labels.isEmpty() ? "" : "  [" + Output.shown(String.join(", ", labels)) + ']')
                                + (revision.text("revisioncomment").isEmpty()
                                        ? ""
                                        : "  " + Output.shown(revision.text("revisioncomment"))));
    }
}

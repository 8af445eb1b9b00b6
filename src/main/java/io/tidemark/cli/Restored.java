package io.tidemark.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Tells what a T:restore or T:undo did, or would do. */
final class Restored {

    private Restored() {}

    static void tell(Session session, Ask ask, boolean preview, Output output)
            throws IOException, InterruptedException {
        try (Reply reply = session.send(ask.expect(200))) {
            Node answer = reply.root("restored");
            List<Map<String, Object>> items =
                    answer.all("item").map(item -> Items.object(session, item)).toList();
            List<String> skipped = answer.child("skipped").stream()
                    .flatMap(list -> list.all("href"))
                    .map(href -> session.plain(href.text()))
                    .toList();
            String change = answer.text("change");
            output.say(
                    Output.object(
                            "preview",
                            preview,
                            "change",
                            change,
                            "added",
                            number(answer, "added"),
                            "removed",
                            number(answer, "removed"),
                            "modified",
                            number(answer, "modified"),
                            "moved",
                            number(answer, "moved"),
                            "items",
                            items,
                            "skipped",
                            skipped.isEmpty() ? null : skipped),
                    (preview ? "Would be done: " : change.isEmpty() ? "Nothing was to be done: " : "Done: ")
                            + answer.text("added") + " added, " + answer.text("removed") + " removed, "
                            + answer.text("modified") + " modified, " + answer.text("moved") + " moved");
            answer.all("item").forEach(item -> output.line("    " + Items.line(session, item)));
            skipped.forEach(path -> output.line("    left as it is: " + Output.shown(path)));
            if (!change.isEmpty() && !preview) {
                output.line("Take it back with: tidemark undo " + change);
            }
        }
    }

    private static long number(Node answer, String name) {
        String text = answer.text(name);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }
}

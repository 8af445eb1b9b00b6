package io.tidemark.cli;

import io.tidemark.tool.XmlText;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How two folders differ, or two states of one: by T:compare, a page at a time. */
final class FolderDiff {

    private static final int PAGE = 1000;

    private final Session session;
    private final Output output;
    private boolean differ;
    private String next = "";

    FolderDiff(Session session, Output output) {
        this.session = session;
        this.output = output;
    }

    /** Tells it, and whether there is a difference. */
    boolean run(Place.At old, Place.At fresh) throws IOException, InterruptedException {
        Place place = fresh.place().as(true);
        String from;
        if (old.place().as(true).equals(place)) {
            from = old.state().xml();
        } else if (old.state().isNow()) {
            from = "<D:href>"
                    + XmlText.escaped(session.url(old.place().as(true)).getRawPath()) + "</D:href>";
        } else {
            throw FailedException.usage("Of two folders, the first one can be compared as it is now alone.");
        }
        String states = "<T:from>" + from + "</T:from><T:to>" + fresh.state().xml() + "</T:to>";
        do {
            String after = next.isEmpty() ? "" : "<T:after>" + XmlText.escaped(next) + "</T:after>";
            Ask ask = session.ask("REPORT", place)
                    .header("Depth", "0")
                    .xml("T:compare", states + "<D:limit><D:nresults>" + PAGE + "</D:nresults></D:limit>" + after)
                    .expect(207);
            next = "";
            try (Reply reply = session.send(ask)) {
                Node.each(reply.body(), "multistatus", this::take);
            }
        } while (!next.isEmpty());
        return differ;
    }

    private void take(Node node) {
        if (node.name().equals("next")) {
            next = node.text();
        } else if (node.name().equals("response") && node.has("propstat")) {
            differ = true;
            say(node.text("href"), node.properties());
        }
    }

    private void say(String href, Node properties) {
        String what = properties.text("difference");
        String from = properties.href("from");
        String mark = switch (what) {
            case "added" -> output.green("added      ");
            case "removed" -> output.red("removed    ");
            default -> output.blue(String.format("%-11s", what));
        };
        output.say(
                Output.object(
                        "path", session.plain(href),
                        "difference", what,
                        "from", from.isEmpty() ? null : session.plain(from),
                        "old", side(properties, "old"),
                        "new", side(properties, "new")),
                mark
                        + session.shown(href)
                        + (from.isEmpty() ? "" : " from " + session.shown(from))
                        + lengths(properties));
    }

    private static String lengths(Node properties) {
        String old = properties
                .child("old")
                .map(side -> side.text("getcontentlength"))
                .orElse("");
        String fresh = properties
                .child("new")
                .map(side -> side.text("getcontentlength"))
                .orElse("");
        if (old.isEmpty() && fresh.isEmpty()) {
            return "";
        }
        return "  (" + (old.isEmpty() ? "" : old + " bytes") + (old.isEmpty() || fresh.isEmpty() ? "" : ", now ")
                + (fresh.isEmpty() ? "" : fresh + " bytes") + ')';
    }

    private static @Nullable Map<String, Object> side(Node properties, String name) {
        return properties
                .child(name)
                .map(side -> {
                    String length = side.text("getcontentlength");
                    return Output.object(
                            "revision",
                            side.text("revisionid"),
                            "tag",
                            side.text("getetag"),
                            "length",
                            length.isEmpty() ? null : Long.valueOf(length),
                            "notKept",
                            side.has("content-not-kept") ? Boolean.TRUE : null);
                })
                .orElse(null);
    }
}

package io.tidemark.cli;

import java.util.Map;
import java.util.stream.Collectors;

/** The {@code T:item}s of T:changes and T:restored: what happened, or would, to a member. */
final class Items {

    private Items() {}

    static Map<String, Object> object(Session session, Node item) {
        String from = item.href("from");
        return Output.object(
                "path", session.plain(item.text("href")),
                "what", item.all("what").map(Node::text).toList(),
                "from", from.isEmpty() ? null : session.plain(from),
                "revision", item.text("revisionid"),
                "resource", item.href("resource-id"));
    }

    static String line(Session session, Node item) {
        String what = item.all("what").map(Node::text).collect(Collectors.joining(", "));
        String from = item.href("from");
        return String.format("%-10s ", what.isEmpty() ? "changed" : what)
                + session.shown(item.text("href"))
                + (from.isEmpty() ? "" : " from " + session.shown(from))
                + (item.text("revisionid").isEmpty() ? "" : "  " + item.text("revisionid"));
    }
}

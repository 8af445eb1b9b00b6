package io.tidemark.files;

import io.tidemark.kernel.memory.Pages;
import io.tidemark.target.Target;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A collection as a page for people: its members as links, written as they are read. */
final class HtmlListing implements StreamingOutput {

    private static final int PAGE = 1_000;

    private final Target collection;
    private final ReadService service;

    HtmlListing(Target collection, ReadService service) {
        this.collection = collection;
        this.service = service;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        String title =
                collection.path().isRoot() ? "Tidemark" : collection.path().name();
        StringBuilder html = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>")
                .append(escape(title))
                .append(
                        "</title><style>body{font:1rem/1.5 system-ui,sans-serif;margin:2rem}</style></head>\n<body><h1>")
                .append(escape(title))
                .append("</h1>\n<ul>\n");
        if (!collection.path().isRoot()) {
            // Not "../", which leads elsewhere from a URL that was asked for without its slash.
            html.append("<li><a href=\"")
                    .append(escape(collection.path().parent().href()))
                    .append("\">../</a></li>\n");
        }
        if (collection.isCollection()) {
            for (List<Target> page : Pages.<Target>of(
                    PAGE,
                    last -> service.members(
                            collection, last == null ? "" : last.path().name(), PAGE))) {
                page.forEach(member -> item(member, html));
                out.write(html.toString().getBytes(StandardCharsets.UTF_8));
                html.setLength(0);
            }
        }
        html.append("</ul></body>\n</html>\n");
        out.write(html.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void item(Target member, StringBuilder html) {
        String name = member.path().name() + (member.isCollection() ? "/" : "");
        html.append("<li><a href=\"")
                .append(escape(member.href()))
                .append("\">")
                .append(escape(name))
                .append("</a></li>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

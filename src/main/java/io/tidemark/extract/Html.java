package io.tidemark.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What a browser would show of a page. */
final class Html {

    private Html() {}

    static void read(Document document, Text text) throws IOException {
        show(Jsoup.parse(new ByteArrayInputStream(document.bytes()), null, ""), text);
    }

    /** Adds the text of a page that is in memory. */
    static void read(String page, Text text) {
        show(Jsoup.parse(page), text);
    }

    private static void show(org.jsoup.nodes.Document page, Text text) {
        page.select("script, style, template, noscript").remove();
        page.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode piece) {
                    text.add(piece.getWholeText());
                } else if (node.hasAttr("alt")) {
                    text.gap();
                    text.add(node.attr("alt"));
                }
                end(node);
            }

            @Override
            public void tail(Node node, int depth) {
                end(node);
            }

            /** Text in a line of its own does not go on with the one before it. */
            private void end(Node node) {
                if (node instanceof Element element
                        && (element.isBlock() || element.hasAttr("alt") || element.nameIs("br"))) {
                    text.gap();
                }
            }
        });
    }
}

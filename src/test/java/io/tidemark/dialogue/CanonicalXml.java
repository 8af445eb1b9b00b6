package io.tidemark.dialogue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;

/**
 * XML as lines that say what it means: an element each, by namespace and name, without prefixes, comments and white
 * space between elements. Where WebDAV says that order is free, it is alphabetical.
 */
final class CanonicalXml {
    private static final String DAV = "DAV:";

    private CanonicalXml() {}

    static List<String> lines(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return lines(builder.parse(new InputSource(new StringReader(xml))).getDocumentElement(), "");
    }

    private static List<String> lines(Element element, String indent) {
        List<List<String>> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean mixed = hasElements(element) && hasText(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                children.add(lines(inner, indent + "  "));
            } else if (child instanceof Text piece) {
                if (mixed) {
                    children.add(List.of(indent + "  \"" + piece.getData() + '"'));
                } else {
                    text.append(piece.getData());
                }
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(indent
                + name(element)
                + attributes(element)
                + (children.isEmpty() && !text.isEmpty() ? " = " + text : ""));
        if (isOrderFree(element)) {
            children.sort((a, b) -> String.join("\n", a).compareTo(String.join("\n", b)));
        }
        children.forEach(lines::addAll);
        return lines;
    }

    private static boolean isOrderFree(Element element) {
        return DAV.equals(element.getNamespaceURI())
                && List.of(
                                "multistatus",
                                "response",
                                "propstat",
                                "prop",
                                "activelock",
                                "supported-method-set",
                                "supported-report-set",
                                "supported-live-property-set",
                                "parent-set",
                                "parent")
                        .contains(element.getLocalName());
    }

    private static String name(Node node) {
        return '{' + (node.getNamespaceURI() == null ? "" : node.getNamespaceURI()) + '}' + node.getLocalName();
    }

    private static String attributes(Element element) {
        var attributes = new TreeMap<String, String>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                attributes.put(name(attribute), attribute.getNodeValue());
            }
        }
        var text = new StringBuilder();
        attributes.forEach((name, value) ->
                text.append(' ').append(name).append("=\"").append(value).append('"'));
        return text.toString();
    }

    private static boolean hasElements(Element element) {
        return element.getElementsByTagName("*").getLength() > 0;
    }

    private static boolean hasText(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text && !text.getData().isBlank()) {
                return true;
            }
        }
        return false;
    }
}

package io.tidemark.kernel.xml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * An element of a request body, whole: its name with the prefix that the client chose, its attributes, its content in
 * order, and the namespaces in scope, so that prefixes inside values keep their meaning when the element is stored.
 *
 * @param lang the language in force here ({@code xml:lang}, inherited), or null
 */
public record XmlElement(
        QName name,
        Map<QName, String> attributes,
        List<Content> content,
        Namespaces namespaces,
        @Nullable String lang) {

    /** One piece of an element's content: text or a child. */
    public sealed interface Content {}

    /** Character data. */
    public record Text(String value) implements Content {}

    /** A child element. */
    public record Child(XmlElement element) implements Content {}

    /** The child elements, in document order. */
    public List<XmlElement> children() {
        return content.stream()
                .filter(Child.class::isInstance)
                .map(child -> ((Child) child).element())
                .toList();
    }

    /** The child elements of that name, in document order. */
    public List<XmlElement> children(QName childName) {
        return children().stream().filter(child -> child.is(childName)).toList();
    }

    /** The first child element of that name. */
    public Optional<XmlElement> child(QName childName) {
        return children().stream().filter(child -> child.is(childName)).findFirst();
    }

    /** Whether this element has that name. */
    public boolean is(QName other) {
        return name.equals(other);
    }

    /** The character data directly inside this element, with white space around it taken away. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Content piece : content) {
            if (piece instanceof Text t) {
                text.append(t.value());
            }
        }
        return text.toString().strip();
    }

    /** The value of an attribute without a namespace. */
    public Optional<String> attribute(String localName) {
        return Optional.ofNullable(attributes.get(new QName(localName)));
    }

    /**
     * This element as a document of its own that means the same wherever it is put: every namespace in scope is declared
     * on it, and an inherited language is written on it.
     */
    public String toXml() {
        StringBuilder xml = new StringBuilder();
        write(xml, null);
        return xml.toString();
    }

    /**
     * Writes the same.
     *
     * @param hrefs takes each {@code DAV:href} inside, and writes it itself; null where they are like anything else
     */
    void write(StringBuilder xml, @Nullable Consumer<String> hrefs) {
        Map<QName, String> rootAttributes = attributes;
        if (lang != null && !attributes.containsKey(Namespaces.XML_LANG)) {
            rootAttributes = new HashMap<>(attributes);
            rootAttributes.put(Namespaces.XML_LANG, lang);
        }
        append(xml, rootAttributes, Namespaces.NONE, hrefs);
    }

    private void append(
            StringBuilder xml, Map<QName, String> written, Namespaces around, @Nullable Consumer<String> hrefs) {
        String tag = qualified(name);
        xml.append('<').append(tag);
        namespaces.missingIn(around).forEach((prefix, uri) -> {
            xml.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix).append("=\"");
            Escape.attribute(uri, xml);
            xml.append('"');
        });
        written.forEach((attribute, value) -> {
            xml.append(' ').append(qualified(attribute)).append("=\"");
            Escape.attribute(value, xml);
            xml.append('"');
        });
        if (content.isEmpty()) {
            xml.append("/>");
            return;
        }
        xml.append('>');
        for (Content piece : content) {
            if (piece instanceof Text t) {
                Escape.text(t.value(), xml);
            } else if (piece instanceof Child child) {
                XmlElement inside = child.element();
                if (hrefs != null && inside.is(Rfc4918.HREF)) {
                    hrefs.accept(inside.text());
                } else {
                    inside.append(xml, inside.attributes(), namespaces, hrefs);
                }
            }
        }
        xml.append("</").append(tag).append('>');
    }

    private static String qualified(QName name) {
        return name.getPrefix().isEmpty() ? name.getLocalPart() : name.getPrefix() + ':' + name.getLocalPart();
    }
}

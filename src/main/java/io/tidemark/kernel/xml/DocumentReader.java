package io.tidemark.kernel.xml;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads one document into elements, within the limits. */
final class DocumentReader {

    private final XMLStreamReader reader;
    private final int maxDepth;
    private int nodesLeft;

    DocumentReader(XMLStreamReader reader, int maxDepth, int maxNodes) {
        this.reader = reader;
        this.maxDepth = maxDepth;
        this.nodesLeft = maxNodes;
    }

    /**
     * Reads to the end.
     *
     * @throws DavException 400 when there is a document type, an entity or no element, or it nests too deep; 413 when it
     *     has too many elements, attributes and declarations
     */
    XmlElement read() throws XMLStreamException {
        XmlElement root = null;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw DavException.of(400, Conditions.NO_EXTERNAL_ENTITIES);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                root = readElement(Namespaces.NONE, null, 1);
            } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                checkName(reader.getPITarget());
            }
        }
        if (root == null) {
            throw DavException.badRequest("The body has no element.");
        }
        return root;
    }

    private XmlElement readElement(Namespaces around, @Nullable String outerLang, int depth) throws XMLStreamException {
        if (depth > maxDepth) {
            throw DavException.badRequest("The body nests too deep.");
        }
        count(1 + reader.getAttributeCount() + reader.getNamespaceCount());
        QName name = checked(reader.getName());
        Map<QName, String> attributes = attributes();
        Namespaces namespaces = around.with(declarations());
        String lang = attributes.getOrDefault(Namespaces.XML_LANG, outerLang);
        List<XmlElement.Content> content = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    flush(text, content);
                    content.add(new XmlElement.Child(readElement(namespaces, lang, depth + 1)));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                case XMLStreamConstants.END_ELEMENT -> {
                    flush(text, content);
                    return new XmlElement(name, attributes, List.copyOf(content), namespaces, lang);
                }
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> checkName(reader.getPITarget());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw DavException.of(400, Conditions.NO_EXTERNAL_ENTITIES);
                default -> {
                    // Comments, like processing instructions, carry no meaning in WebDAV (RFC 4918, section 17).
                }
            }
        }
    }

    /** A short body can hold very many of them, and each takes a hundred times the room that it has in the body. */
    private void count(int nodes) {
        nodesLeft -= nodes;
        if (nodesLeft < 0) {
            throw DavException.of(413, "The body has more elements and attributes than this server reads.");
        }
    }

    private static void flush(StringBuilder text, List<XmlElement.Content> content) {
        if (!text.isEmpty()) {
            content.add(new XmlElement.Text(text.toString()));
            text.setLength(0);
        }
    }

    private Map<QName, String> attributes() {
        if (reader.getAttributeCount() == 0) {
            return Map.of();
        }
        Map<QName, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(checked(reader.getAttributeName(i)), reader.getAttributeValue(i));
        }
        return attributes;
    }

    /** The parser takes a colon at the beginning of a name, and more than one in it (Namespaces in XML, section 4). */
    private static QName checked(QName name) {
        checkName(name.getLocalPart());
        return name;
    }

    private static void checkName(String name) {
        if (name.isEmpty() || name.indexOf(':') >= 0) {
            throw DavException.badRequest("A name in the body has a colon where none can be.");
        }
    }

    private Map<String, String> declarations() {
        if (reader.getNamespaceCount() == 0) {
            return Map.of();
        }
        Map<String, String> declarations = new HashMap<>();
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            String uri = reader.getNamespaceURI(i);
            declarations.put(prefix == null ? "" : prefix, uri == null ? "" : uri);
        }
        return declarations;
    }
}

package io.tidemark.kernel.xml;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The one reader of XML request bodies. It takes no document type, resolves no entity but XML's own five, and stops at
 * the configured size and depth before it has kept anything of what lies beyond.
 */
@ApplicationScoped
public class XmlReader {

    private final XMLInputFactory factory = hardenedFactory();
    private final long maxBytes;
    private final int maxDepth;

    /**
     * A reader with the given limits.
     *
     * @param maxBytes the longest body, in bytes
     * @param maxDepth the deepest nesting of elements
     */
    @Inject
    public XmlReader(
            @ConfigProperty(name = "tidemark.xml.max-bytes", defaultValue = "1048576") long maxBytes,
            @ConfigProperty(name = "tidemark.xml.max-depth", defaultValue = "100") int maxDepth) {
        this.maxBytes = maxBytes;
        this.maxDepth = maxDepth;
    }

    /** For the container's proxies. */
    protected XmlReader() {
        this(0, 0);
    }

    /**
     * Reads a body that must hold an XML document.
     *
     * @throws DavException 400 when it is empty or not well formed, has a document type or nests too deep; 413 when it is
     *     too long
     */
    public XmlElement read(InputStream body) {
        return readOptional(body).orElseThrow(() -> DavException.badRequest("The request needs an XML body."));
    }

    /**
     * Reads a body that may be empty.
     *
     * @throws DavException as {@link #read}
     */
    public Optional<XmlElement> readOptional(InputStream body) {
        PushbackInputStream limited = new PushbackInputStream(new LimitedInputStream(body, maxBytes), 1);
        try {
            int first = limited.read();
            if (first < 0) {
                return Optional.empty();
            }
            limited.unread(first);
            return Optional.of(readDocument(factory.createXMLStreamReader(limited)));
        } catch (XMLStreamException | IOException e) {
            if (e.getCause() instanceof DavException refused) {
                throw refused;
            }
            throw DavException.badRequest("The body is not well-formed XML.");
        }
    }

    private XmlElement readDocument(XMLStreamReader reader) throws XMLStreamException {
        XmlElement root = null;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw DavException.of(400, Conditions.NO_EXTERNAL_ENTITIES);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                root = readElement(reader, Map.of(), null, 1);
            }
        }
        if (root == null) {
            throw DavException.badRequest("The body has no element.");
        }
        return root;
    }

    private XmlElement readElement(
            XMLStreamReader reader, Map<String, String> outerNamespaces, @Nullable String outerLang, int depth)
            throws XMLStreamException {
        if (depth > maxDepth) {
            throw DavException.badRequest("The body nests too deep.");
        }
        QName name = reader.getName();
        Map<QName, String> attributes = attributes(reader);
        Map<String, String> namespaces = namespaces(reader, outerNamespaces);
        String lang = attributes.getOrDefault(XmlElement.XML_LANG, outerLang);
        List<XmlElement.Content> content = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    flush(text, content);
                    content.add(new XmlElement.Child(readElement(reader, namespaces, lang, depth + 1)));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                case XMLStreamConstants.END_ELEMENT -> {
                    flush(text, content);
                    return new XmlElement(name, attributes, List.copyOf(content), namespaces, lang);
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw DavException.of(400, Conditions.NO_EXTERNAL_ENTITIES);
                default -> {
                    // Comments and processing instructions carry no meaning in WebDAV (RFC 4918, section 17).
                }
            }
        }
    }

    private static void flush(StringBuilder text, List<XmlElement.Content> content) {
        if (!text.isEmpty()) {
            content.add(new XmlElement.Text(text.toString()));
            text.setLength(0);
        }
    }

    private static Map<QName, String> attributes(XMLStreamReader reader) {
        if (reader.getAttributeCount() == 0) {
            return Map.of();
        }
        Map<QName, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static Map<String, String> namespaces(XMLStreamReader reader, Map<String, String> outer) {
        if (reader.getNamespaceCount() == 0) {
            return outer;
        }
        Map<String, String> namespaces = new HashMap<>(outer);
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            String uri = reader.getNamespaceURI(i);
            namespaces.put(prefix == null ? "" : prefix, uri == null ? "" : uri);
        }
        return namespaces;
    }

    private static XMLInputFactory hardenedFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside the body is read.");
        });
        return factory;
    }
}

package io.tidemark.tool;

import io.tidemark.kernel.xml.Rfc4918;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads {@code DAV:multistatus} and {@code DAV:error} bodies, as far as a mirror needs them. */
public final class MultistatusParser {

    private static final XMLInputFactory FACTORY = HardenedXml.factory();

    private final XMLStreamReader reader;

    private MultistatusParser(XMLStreamReader reader) {
        this.reader = reader;
    }

    /**
     * Reads a whole {@code multistatus}.
     *
     * @throws XMLStreamException when it is cut off, not well formed or something else
     */
    static SyncPage parse(InputStream body) throws XMLStreamException {
        MultistatusParser parser = open(body);
        parser.expectRoot("multistatus");
        List<SyncResponse> responses = new ArrayList<>();
        String token = "";
        while (parser.nextChild()) {
            switch (parser.name()) {
                case "response" -> responses.add(parser.response());
                case "sync-token" -> token = parser.text();
                default -> parser.skip();
            }
        }
        parser.expectEnd();
        return new SyncPage(responses, token);
    }

    /**
     * What a whole {@code multistatus} says of each resource: its properties by their local names, and its {@code href}; or the
     * {@code status} of one that has no properties.
     *
     * @throws XMLStreamException when it is cut off, not well formed or something else
     */
    static List<Map<String, String>> properties(InputStream body) throws XMLStreamException {
        MultistatusParser parser = open(body);
        parser.expectRoot("multistatus");
        List<Map<String, String>> resources = new ArrayList<>();
        while (parser.nextChild()) {
            if (!parser.name().equals("response")) {
                parser.skip();
                continue;
            }
            Map<String, String> found = new HashMap<>();
            while (parser.nextChild()) {
                switch (parser.name()) {
                    case "href", "status" -> found.put(parser.name(), parser.text());
                    case "propstat" -> found.putAll(parser.propstat());
                    default -> parser.skip();
                }
            }
            resources.add(found);
        }
        parser.expectEnd();
        return resources;
    }

    /** The conditions that a {@code DAV:error} body names; none when the body is anything else. */
    static Set<String> conditions(InputStream body) {
        try {
            MultistatusParser parser = open(body);
            parser.expectRoot("error");
            return parser.childNames();
        } catch (XMLStreamException e) {
            return Set.of();
        }
    }

    private static MultistatusParser open(InputStream body) throws XMLStreamException {
        return new MultistatusParser(FACTORY.createXMLStreamReader(body));
    }

    private SyncResponse response() throws XMLStreamException {
        String href = "";
        int status = 0;
        Set<String> conditions = Set.of();
        Map<String, String> found = new HashMap<>();
        while (nextChild()) {
            switch (name()) {
                case "href" -> href = text();
                case "status" -> status = status(text());
                case "error" -> conditions = childNames();
                case "propstat" -> {
                    if (status == 0) {
                        status = 200;
                    }
                    found.putAll(propstat());
                }
                default -> skip();
            }
        }
        return new SyncResponse(
                href,
                status,
                found.getOrDefault("resourcetype", "").contains(" collection "),
                found.getOrDefault("getetag", ""),
                date(found.getOrDefault("getlastmodified", "")),
                found.getOrDefault("resource-id", ""),
                conditions);
    }

    /** The properties that one {@code propstat} gives; none when its status says that it does not have them. */
    private Map<String, String> propstat() throws XMLStreamException {
        Map<String, String> properties = new HashMap<>();
        int status = 200;
        while (nextChild()) {
            switch (name()) {
                case "status" -> status = status(text());
                case "prop" -> {
                    while (nextChild()) {
                        String property = name();
                        properties.put(property, value(property));
                    }
                }
                default -> skip();
            }
        }
        return status == 200 ? properties : Map.of();
    }

    private String value(String property) throws XMLStreamException {
        return switch (property) {
            case "resourcetype" -> " " + String.join(" ", childNames()) + " ";
            case "resource-id" -> {
                String id = "";
                while (nextChild()) {
                    id = text();
                }
                yield id;
            }
            default -> text();
        };
    }

    private Set<String> childNames() throws XMLStreamException {
        Set<String> names = new HashSet<>();
        while (nextChild()) {
            names.add(name());
            skip();
        }
        return names;
    }

    /** The local name of an element of {@code DAV:}; nothing that is known for one of another namespace. */
    private String name() {
        return Rfc4918.NAMESPACE.equals(reader.getNamespaceURI()) ? reader.getLocalName() : "";
    }

    /** Goes to the next element inside the one that is open; false at that one's end. */
    private boolean nextChild() throws XMLStreamException {
        while (true) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    /** The text of the element that is open, up to its end; that of elements inside it does not count. */
    private String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == 1) {
                        text.append(reader.getText());
                    }
                }
                default -> {
                    // Comments and processing instructions carry no meaning in WebDAV.
                }
            }
        }
        return text.toString().strip();
    }

    private void skip() throws XMLStreamException {
        text();
    }

    private void expectRoot(String name) throws XMLStreamException {
        if (!nextChild() || !name().equals(name)) {
            throw new XMLStreamException("The answer is not a DAV:" + name + '.');
        }
    }

    /** Reads on to the document's end, so that an answer that was cut off is never taken for a whole one. */
    private void expectEnd() throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
    }

    private static int status(String line) throws XMLStreamException {
        String[] parts = line.split(" ", 3);
        try {
            return Integer.parseInt(parts[1]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new XMLStreamException("The answer has a status that is none.", e);
        }
    }

    /** A date as HTTP writes it; empty when it is not one. */
    public static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

package io.tidemark.cli;

import io.tidemark.tool.HardenedXml;
import io.tidemark.tool.TransientException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an answer. Those of other namespaces than {@code DAV:} and Tidemark's have no name.
 *
 * @param text what is directly in it, stripped
 */
record Node(String name, String text, List<Node> children) {

    private static final Set<String> KNOWN = Set.of("DAV:", "urn:tidemark:dav");
    private static final XMLInputFactory FACTORY = HardenedXml.factory();
    private static final int DEEPEST = 200;

    /** Takes elements one after the other. */
    interface Taker {
        void take(Node node) throws IOException, InterruptedException;
    }

    /**
     * Reads a document whose root has that name, and gives each child as soon as it is there.
     *
     * @throws TransientException when the document is cut off, malformed or another one
     */
    static void each(InputStream in, String root, Taker taker) throws IOException, InterruptedException {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(in);
            reader.nextTag();
            if (!name(reader).equals(root)) {
                throw new TransientException("The server answered something else than " + root + '.', null);
            }
            while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
                taker.take(read(reader, 1));
            }
            while (reader.hasNext()) {
                reader.next();
            }
        } catch (XMLStreamException e) {
            throw new TransientException("The server's answer is cut off or malformed; try again.", e);
        }
    }

    private static Node read(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("The answer is nested too deeply.");
        }
        String name = name(reader);
        StringBuilder text = new StringBuilder();
        List<Node> children = new ArrayList<>();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(read(reader, depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        return new Node(name, text.toString().strip(), children);
    }

    private static String name(XMLStreamReader reader) {
        return KNOWN.contains(String.valueOf(reader.getNamespaceURI())) ? reader.getLocalName() : "";
    }

    Optional<Node> child(String wanted) {
        return all(wanted).findFirst();
    }

    Stream<Node> all(String wanted) {
        return children.stream().filter(child -> child.name().equals(wanted));
    }

    boolean has(String wanted) {
        return child(wanted).isPresent();
    }

    /** The text of a child; empty when there is none. */
    String text(String wanted) {
        return child(wanted).map(Node::text).orElse("");
    }

    /** The {@code href} in a child; empty when there is none. */
    String href(String wanted) {
        return child(wanted).map(child -> child.text("href")).orElse("");
    }

    /** What a {@code response} says of its properties: the {@code prop} of those that it has. */
    Node properties() {
        return all("propstat")
                .filter(propstat -> propstat.text("status").contains(" 200"))
                .flatMap(propstat -> propstat.all("prop"))
                .findFirst()
                .orElse(new Node("prop", "", List.of()));
    }

    /** All elements of that name, however deep. */
    Stream<Node> deep(String wanted) {
        return Stream.concat(all(wanted), children.stream().flatMap(child -> child.deep(wanted)));
    }
}

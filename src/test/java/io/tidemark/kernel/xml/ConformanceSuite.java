package io.tidemark.kernel.xml;

import io.tidemark.kernel.error.DavException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads every document of the W3C's XML conformance suite that is not well formed, and expects a 400 for each:
 * {@code scripts/interop/xml-conformance}.
 */
public final class ConformanceSuite {
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private final XmlReader reader = new XmlReader(1 << 20, 100, 10_000);
    private final List<String> accepted = new ArrayList<>();
    private int documents;

    private ConformanceSuite() {}

    /** The arguments: the suite's catalogue, and the directory that its URIs are relative to. */
    public static void main(String[] args) throws IOException, XMLStreamException {
        var suite = new ConformanceSuite();
        suite.read(Path.of(args[0]), Path.of(args[1]));
        suite.accepted.forEach(System.out::println);
        System.out.printf(
                "%d documents that are not well formed, %d not refused%n", suite.documents, suite.accepted.size());
        System.exit(suite.accepted.isEmpty() && suite.documents > 0 ? 0 : 1);
    }

    private void read(Path catalogue, Path directory) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        Deque<Path> bases = new ArrayDeque<>(List.of(directory));
        try (InputStream in = Files.newInputStream(catalogue)) {
            XMLStreamReader tests = factory.createXMLStreamReader(in);
            while (tests.hasNext()) {
                int event = tests.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String base = tests.getAttributeValue(XML, "base");
                    bases.push(base == null ? bases.element() : bases.element().resolve(base));
                    if ("not-wf".equals(tests.getAttributeValue(null, "TYPE"))) {
                        expectRefusal(bases.element().resolve(tests.getAttributeValue(null, "URI")));
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    bases.pop();
                }
            }
        }
    }

    private void expectRefusal(Path document) throws IOException {
        documents++;
        try (InputStream body = Files.newInputStream(document)) {
            reader.read(body);
            accepted.add(document + " is accepted");
        } catch (DavException refusal) {
            if (refusal.status() != 400) {
                accepted.add(document + " is refused with " + refusal.status());
            }
        } catch (RuntimeException failure) {
            accepted.add(document + " fails with " + failure);
        }
    }
}

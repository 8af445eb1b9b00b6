package io.tidemark.race;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The responses of a multistatus that was asked for entity tags and display names. */
final class Responses {
    private static final String DAV = "DAV:";

    private Responses() {}

    /**
     * A response.
     *
     * @param status the status of the whole resource; empty when there are properties instead
     * @param tag the entity tag, empty for a collection, and the display name
     */
    record Response(String href, String status, String tag) {
        boolean isRemoved() {
            return status.contains(" 404 ");
        }

        boolean isTruncation() {
            return status.contains(" 507 ");
        }
    }

    static List<Response> read(String multistatus) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(multistatus)));
            var elements = document.getElementsByTagNameNS(DAV, "response");
            List<Response> responses = new ArrayList<>();
            for (int i = 0; i < elements.getLength(); i++) {
                var response = (Element) elements.item(i);
                boolean whole = response.getElementsByTagNameNS(DAV, "propstat").getLength() == 0;
                responses.add(new Response(
                        text(response, "href"),
                        whole ? text(response, "status") : "",
                        text(response, "getetag") + ' ' + text(response, "displayname")));
            }
            return responses;
        } catch (Exception e) {
            throw new AssertionError("No multistatus: " + multistatus, e);
        }
    }

    private static String text(Element response, String name) {
        var found = response.getElementsByTagNameNS(DAV, name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}

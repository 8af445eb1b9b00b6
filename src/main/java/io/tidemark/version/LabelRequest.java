package io.tidemark.version;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.XmlElement;
import java.util.List;
import javax.xml.namespace.QName;

/**
 * What a LABEL asks for (RFC 3253, section 8.2).
 *
 * @param action add, set or remove
 * @param label the label's name
 */
record LabelRequest(QName action, String label) {

    private static final List<QName> ACTIONS = List.of(Rfc3253.ADD, Rfc3253.SET, Rfc3253.REMOVE);

    /**
     * Reads a body.
     *
     * @throws DavException 422 when it is no such body
     */
    static LabelRequest parse(XmlElement body) {
        List<XmlElement> actions = body.children().stream()
                .filter(child -> ACTIONS.contains(child.name()))
                .toList();
        if (!body.is(Rfc3253.LABEL) || actions.size() != 1) {
            throw DavException.unprocessable("The body is no DAV:label that adds, sets or removes one.");
        }
        XmlElement action = actions.get(0);
        String label = action.child(Rfc3253.LABEL_NAME)
                .map(XmlElement::text)
                .orElseThrow(() -> DavException.unprocessable("The label has no name."));
        return new LabelRequest(action.name(), label);
    }
}

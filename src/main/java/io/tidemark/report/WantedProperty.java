package io.tidemark.report;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import java.util.List;
import javax.xml.namespace.QName;

/**
 * A property that {@code DAV:expand-property} asks for.
 *
 * @param nested what is wanted of the resources that its value refers to; empty when the value is wanted as it is
 */
record WantedProperty(QName name, List<WantedProperty> nested) {

    /**
     * Reads the {@code DAV:property} elements in an element.
     *
     * @throws DavException 422 when one has no name
     */
    static List<WantedProperty> parse(XmlElement parent) {
        return parent.children(Rfc3253.PROPERTY).stream()
                .map(property -> new WantedProperty(name(property), parse(property)))
                .toList();
    }

    private static QName name(XmlElement property) {
        String local = property.attribute("name")
                .filter(name -> !name.isEmpty())
                .orElseThrow(() -> DavException.unprocessable("A DAV:property has no name."));
        return new QName(property.attribute("namespace").orElse(Rfc4918.NAMESPACE), local);
    }
}

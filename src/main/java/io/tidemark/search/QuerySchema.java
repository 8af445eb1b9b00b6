package io.tidemark.search;

import io.tidemark.kernel.xml.MultistatusWriter;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.Rfc5323;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Target;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;

/** Says what can be searched for in a scope (RFC 5323, section 4 and 5.19). */
final class QuerySchema {

    private QuerySchema() {}

    static void write(Target scope, MultistatusWriter multistatus) {
        multistatus.response(scope.href(), () -> {
            XmlWriter xml = multistatus.xml();
            xml.element(Rfc4918.STATUS, "HTTP/1.1 200 OK");
            xml.start(Rfc5323.QUERY_SCHEMA).start(Rfc5323.BASICSEARCHSCHEMA);
            xml.start(Rfc5323.PROPERTIES);
            for (SearchableProperty property : SearchableProperty.values()) {
                describe(property, xml);
            }
            xml.end();
            xml.start(Rfc5323.OPERATORS);
            operator(Rfc5323.LIKE, List.of(Rfc5323.OPERAND_PROPERTY, Rfc5323.OPERAND_LITERAL), xml);
            operator(Rfc5323.CONTAINS, List.of(), xml);
            xml.end();
            xml.end().end();
        });
    }

    private static void describe(SearchableProperty property, XmlWriter xml) {
        xml.start(Rfc5323.PROPDESC);
        xml.start(Rfc4918.PROP).empty(property.qualified()).end();
        xml.start(Rfc5323.DATATYPE)
                .empty(new QName(
                        XMLConstants.W3C_XML_SCHEMA_NS_URI, property.type().schemaType()))
                .end();
        xml.empty(Rfc5323.SEARCHABLE).empty(Rfc5323.SELECTABLE).empty(Rfc5323.SORTABLE);
        xml.end();
    }

    private static void operator(QName name, List<QName> operands, XmlWriter xml) {
        xml.start(Rfc5323.OPDESC).empty(name);
        operands.forEach(xml::empty);
        xml.end();
    }
}

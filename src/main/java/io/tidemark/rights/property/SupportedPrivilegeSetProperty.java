package io.tidemark.rights.property;

import io.tidemark.kernel.xml.Rfc3744;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.rights.Privilege;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import javax.xml.namespace.QName;

/** {@code DAV:supported-privilege-set}: what can be granted, and what that is made of (RFC 3744, section 5.3). */
@ApplicationScoped
public class SupportedPrivilegeSetProperty implements LiveProperty {

    @Override
    public QName name() {
        return Rfc3744.SUPPORTED_PRIVILEGE_SET;
    }

    @Override
    public boolean isDefinedOn(Target target) {
        return target.isMapped();
    }

    @Override
    public void write(Target target, PropertyContext context, XmlWriter xml) {
        xml.start(name());
        begin(Rfc3744.ALL, "Everything", xml);
        for (Privilege privilege : Privilege.values()) {
            begin(privilege.element(), privilege.description(), xml);
            privilege.parts().forEach(part -> part(part, xml));
            xml.end();
        }
        xml.end();
        xml.end();
    }

    private static void begin(QName element, String description, XmlWriter xml) {
        xml.start(Rfc3744.SUPPORTED_PRIVILEGE);
        xml.start(Rfc3744.PRIVILEGE).empty(element).end();
        describe(description, xml);
    }

    /** What can be granted only together with the rest of what it is a part of. */
    private static void part(QName element, XmlWriter xml) {
        xml.start(Rfc3744.SUPPORTED_PRIVILEGE);
        xml.start(Rfc3744.PRIVILEGE).empty(element).end();
        xml.empty(Rfc3744.ABSTRACT);
        describe(element.getLocalPart().replace('-', ' '), xml);
        xml.end();
    }

    /** Its language is required (RFC 3744, section 5.3). */
    private static void describe(String description, XmlWriter xml) {
        xml.startWith(Rfc3744.DESCRIPTION, "xml:lang", "en").text(description).end();
    }
}

package io.tidemark.property;

import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Target;
import javax.xml.namespace.QName;

/**
 * A property whose value the server makes (RFC 4918, section 4.1). One class is one property; rooms add theirs as CDI
 * beans, and nothing else has to name it.
 */
public interface LiveProperty {

    /** The property's name. */
    QName name();

    /** Whether {@code DAV:allprop} includes it: so it is for those that RFC 4918 itself defines. */
    default boolean inAllprop() {
        return false;
    }

    /** Whether the target has it. */
    boolean isDefinedOn(Target target);

    /** Writes the property's element. It is asked only of targets that have it. */
    void write(Target target, PropertyContext context, XmlWriter xml);
}

package io.tidemark.property;

import io.tidemark.kernel.xml.XmlElement;

/** A live property that PROPPATCH can change. */
public interface SettableProperty extends LiveProperty {

    /**
     * Takes a new value.
     *
     * @throws io.tidemark.kernel.error.DavException when the value is refused, with the status of the property
     */
    void set(XmlElement value, PropertyChange change);

    /** Whether, while it is set, nobody else may write to the resource and whatever is below it. */
    default boolean keepsWritersOut() {
        return false;
    }

    /** Takes the value away. */
    void remove(PropertyChange change);
}

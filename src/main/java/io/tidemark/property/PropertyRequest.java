package io.tidemark.property;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;

/**
 * Which properties are asked for (RFC 4918, section 9.1).
 *
 * @param names those that are named: all that is wanted, or with {@link Kind#ALLPROP} what is wanted besides
 */
public record PropertyRequest(Kind kind, Set<QName> names) {

    /** The three ways to ask. */
    public enum Kind {
        /** {@code DAV:prop}: the values of those named. */
        PROP,
        /** {@code DAV:propname}: the names of all. */
        PROPNAME,
        /** {@code DAV:allprop}: the values of those that RFC 4918 defines and of the dead ones. */
        ALLPROP
    }

    /** Every name of a {@code DAV:prop} element. */
    public static PropertyRequest prop(XmlElement prop) {
        return new PropertyRequest(Kind.PROP, names(prop));
    }

    /** The same request without names that are answered anyway. */
    public PropertyRequest without(Set<QName> answered) {
        Set<QName> others = new LinkedHashSet<>(names);
        others.removeAll(answered);
        return new PropertyRequest(kind, others);
    }

    /**
     * Reads a {@code DAV:propfind} body; an absent one means all.
     *
     * @throws DavException 422 when it is none
     */
    public static PropertyRequest parse(Optional<XmlElement> body) {
        if (body.isEmpty()) {
            return new PropertyRequest(Kind.ALLPROP, Set.of());
        }
        XmlElement propfind = body.get();
        if (!propfind.is(Rfc4918.PROPFIND)) {
            throw DavException.unprocessable("The body is no DAV:propfind.");
        }
        List<XmlElement> kinds = propfind.children().stream()
                .filter(child -> child.is(Rfc4918.PROP) || child.is(Rfc4918.PROPNAME) || child.is(Rfc4918.ALLPROP))
                .toList();
        if (kinds.size() != 1) {
            throw DavException.unprocessable("The body asks for nothing, or for several things at once.");
        }
        if (kinds.get(0).is(Rfc4918.PROP)) {
            return prop(kinds.get(0));
        }
        if (kinds.get(0).is(Rfc4918.PROPNAME)) {
            return new PropertyRequest(Kind.PROPNAME, Set.of());
        }
        Set<QName> included = new LinkedHashSet<>();
        propfind.children(Rfc4918.INCLUDE).forEach(include -> included.addAll(names(include)));
        return new PropertyRequest(Kind.ALLPROP, included);
    }

    private static Set<QName> names(XmlElement prop) {
        Set<QName> names = new LinkedHashSet<>();
        prop.children().forEach(child -> names.add(child.name()));
        return names;
    }
}

package io.tidemark.property;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.XmlElement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.namespace.QName;

/** Carries out instructions on properties, and finds those that cannot be. */
@ApplicationScoped
public class PropertyUpdater {

    /** A name is part of an index key; what is longer than this is no name. */
    private static final int MAX_NAME_BYTES = 1_000;

    /** More dead properties than this are a database of the client's own. */
    private static final int MAX_STORED = 2_000;

    /**
     * What the values may have together, in characters. Each value is kept with all the namespaces in scope, so a body
     * that declares many of them grows by as much as it has properties.
     */
    private static final long MAX_STORED_CHARACTERS = 4L << 20;

    @Inject
    private PropertyRegistry registry;

    /** Carries the instructions out on {@code change}, and says how each went. */
    public PropertyStatuses apply(PropertyUpdate update, PropertyChange change, String href) {
        PropertyStatuses statuses = new PropertyStatuses(href);
        for (PropertyUpdate.Instruction instruction : update.instructions()) {
            QName name = instruction.property().name();
            try {
                apply(instruction, name, change);
                statuses.accept(name);
            } catch (DavException refusal) {
                statuses.refuse(name, refusal);
            }
        }
        return statuses;
    }

    /** Whether nobody else may write in the scope of what is updated meanwhile. */
    boolean keepsWritersOut(PropertyUpdate update) {
        return update.instructions().stream()
                .flatMap(instruction -> registry.find(instruction.property().name()).stream())
                .anyMatch(property -> property instanceof SettableProperty settable && settable.keepsWritersOut());
    }

    private void apply(PropertyUpdate.Instruction instruction, QName name, PropertyChange change) {
        Optional<LiveProperty> live = registry.find(name);
        XmlElement value = instruction.property();
        if (live.isEmpty()) {
            if (instruction.set()) {
                put(name, value, change);
            } else {
                change.remove(name);
            }
        } else if (live.get() instanceof SettableProperty settable) {
            if (instruction.set()) {
                settable.set(value, change);
            } else {
                settable.remove(change);
            }
        } else {
            throw DavException.of(403, Conditions.CANNOT_MODIFY_PROTECTED_PROPERTY);
        }
    }

    private static void put(QName name, XmlElement value, PropertyChange change) {
        int bytes = (name.getNamespaceURI() + name.getLocalPart()).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_NAME_BYTES) {
            throw DavException.of(403, Conditions.PROPERTY_NAME_TOO_LONG);
        }
        String xml = value.toXml();
        if (xml.length() + characters(change) > MAX_STORED_CHARACTERS) {
            throw DavException.of(507, Conditions.TOO_MANY_PROPERTIES);
        }
        change.put(name, xml);
        if (change.stored().size() > MAX_STORED) {
            throw DavException.of(507, Conditions.TOO_MANY_PROPERTIES);
        }
    }

    private static long characters(PropertyChange change) {
        return change.stored().values().stream().mapToLong(String::length).sum();
    }
}

package io.tidemark.property;

import io.tidemark.kernel.xml.MultistatusWriter;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Answers one request for properties, target by target: what is asked is worked out once, not for each. */
public final class PropertyAnswer {

    private final PropertyRequest request;
    private final boolean minimal;
    private final List<LiveProperty> live = new ArrayList<>();
    private final List<QName> notLive = new ArrayList<>();
    private final boolean guarded;
    private final long ceiling;

    /** @param ceiling after so many characters of an answer no further property is told */
    PropertyAnswer(PropertyRequest request, boolean minimal, PropertyRegistry registry, long ceiling) {
        this.request = request;
        this.minimal = minimal;
        this.ceiling = ceiling;
        if (request.kind() == PropertyRequest.Kind.PROP) {
            request.names().forEach(name -> registry.find(name).ifPresentOrElse(live::add, () -> notLive.add(name)));
        } else {
            registry.all().stream()
                    .filter(property -> request.kind() == PropertyRequest.Kind.PROPNAME
                            || property.inAllprop()
                            || request.names().contains(property.name()))
                    .forEach(live::add);
            request.names().stream()
                    .filter(name -> registry.find(name).isEmpty())
                    .forEach(notLive::add);
        }
        this.guarded = live.stream().anyMatch(GuardedProperty.class::isInstance);
    }

    /** Whether an answer is so long that it should end, or can tell no further property. */
    public boolean isFull(MultistatusWriter multistatus) {
        return multistatus.xml().length() >= ceiling;
    }

    /** Writes the response element of one target; in an answer that is full, that there is no room for it (507). */
    public void write(Target target, PropertyContext context, MultistatusWriter multistatus) {
        if (isFull(multistatus)) {
            // A lock, a list of rights or a large property may show at each member: one request makes it, and each
            // answer
            // would have it as often as there are members.
            multistatus.response(target.href(), 507, null);
            return;
        }
        write(target, context, multistatus, null);
    }

    /**
     * Writes the response element of one target as an item of a report.
     *
     * @param item writes what the report says of it, which stands before the properties that were asked for
     */
    public void write(
            Target target, PropertyContext context, MultistatusWriter multistatus, @Nullable Consumer<XmlWriter> item) {
        multistatus.response(target.href(), () -> {
            List<LiveProperty> defined = live.stream()
                    .filter(property -> property.isDefinedOn(target))
                    .toList();
            Set<QName> missing = missing(target, defined, context);
            Set<QName> forbidden = forbidden(target, defined, context);
            List<LiveProperty> found = forbidden.isEmpty()
                    ? defined
                    : defined.stream()
                            .filter(property -> !forbidden.contains(property.name()))
                            .toList();
            boolean nothingFound = found.isEmpty() && !hasStored(target, context);
            if (item != null || !nothingFound || (missing.isEmpty() && forbidden.isEmpty()) || minimal) {
                multistatus.propstat(200, xml -> {
                    if (item != null) {
                        item.accept(xml);
                    }
                    writeFound(target, found, context, xml);
                });
            }
            if (!missing.isEmpty() && !minimal) {
                multistatus.propstat(404, missing, null);
            }
            if (!forbidden.isEmpty() && !minimal) {
                multistatus.propstat(403, forbidden, null);
            }
        });
    }

    private Set<QName> forbidden(Target target, List<LiveProperty> defined, PropertyContext context) {
        if (!guarded || request.kind() == PropertyRequest.Kind.PROPNAME) {
            return Set.of();
        }
        Set<QName> forbidden = new LinkedHashSet<>();
        defined.stream()
                .filter(property -> property instanceof GuardedProperty secret && !secret.isReadable(target, context))
                .forEach(property -> forbidden.add(property.name()));
        return forbidden;
    }

    private void writeFound(Target target, List<LiveProperty> found, PropertyContext context, XmlWriter xml) {
        if (request.kind() == PropertyRequest.Kind.PROPNAME) {
            found.forEach(property -> xml.empty(property.name()));
            stored(target, context).keySet().forEach(xml::empty);
            return;
        }
        found.forEach(property -> property.write(target, context, xml));
        stored(target, context).values().forEach(xml::raw);
    }

    private boolean hasStored(Target target, PropertyContext context) {
        return !stored(target, context).isEmpty();
    }

    /** The dead properties that the request is about; a live property that is kept among them writes itself. */
    private Map<QName, String> stored(Target target, PropertyContext context) {
        if (request.kind() == PropertyRequest.Kind.PROP && notLive.isEmpty()) {
            return Map.of();
        }
        Map<QName, String> stored = context.stored(target);
        if (stored.isEmpty()) {
            return stored;
        }
        return DeadProperties.select(stored, request.kind() == PropertyRequest.Kind.PROP ? notLive : null);
    }

    private Set<QName> missing(Target target, List<LiveProperty> found, PropertyContext context) {
        if (request.kind() == PropertyRequest.Kind.PROPNAME || (notLive.isEmpty() && found.size() == live.size())) {
            return Set.of();
        }
        Set<QName> missing = new LinkedHashSet<>();
        Map<QName, String> stored = notLive.isEmpty() ? Map.of() : context.stored(target);
        notLive.stream().filter(name -> !stored.containsKey(name)).forEach(missing::add);
        if (request.kind() == PropertyRequest.Kind.PROP || !request.names().isEmpty()) {
            live.stream()
                    .filter(property ->
                            !found.contains(property) && request.names().contains(property.name()))
                    .forEach(property -> missing.add(property.name()));
        }
        return missing;
    }
}

package io.tidemark.report;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.property.GuardedProperty;
import io.tidemark.property.LiveProperty;
import io.tidemark.property.PropertyContext;
import io.tidemark.property.PropertyRegistry;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** The URLs in the values of properties. */
@ApplicationScoped
public class PropertyLinks {

    @Inject
    private PropertyRegistry registry;

    @Inject
    private XmlReader xml;

    @Inject
    private OwnOrigins origins;

    /**
     * The paths that a property of a target refers to; none where it is not there, or not for the caller to read.
     *
     * @param context that of the page which the target is on
     * @param host the request's {@code Host}, whose URLs are the server's own
     */
    public List<DavPath> paths(QName name, Target target, PropertyContext context, @Nullable String host) {
        StoredLinks links = new StoredLinks(xml, origins, host);
        return hrefs(name, target, context, links).stream()
                .flatMap(href -> links.path(href).stream())
                .toList();
    }

    private List<String> hrefs(QName name, Target target, PropertyContext context, StoredLinks links) {
        Optional<LiveProperty> live = registry.find(name);
        if (live.isPresent()) {
            boolean readable = live.get().isDefinedOn(target)
                    && !(live.get() instanceof GuardedProperty guarded && !guarded.isReadable(target, context));
            return readable ? hrefs(writer -> live.get().write(target, context, writer)) : List.of();
        }
        String stored = context.stored(target).get(name);
        return stored == null
                ? List.of()
                : links.stored(stored)
                        .map(value -> hrefs(writer -> writer.foreign(value)))
                        .orElse(List.of());
    }

    /** The URLs in a value as it is written: it is written once into nothing. */
    static List<String> hrefs(Consumer<XmlWriter> value) {
        List<String> hrefs = new ArrayList<>();
        try (XmlWriter nowhere = new XmlWriter(OutputStream.nullOutputStream())) {
            nowhere.replacingHrefs(href -> hrefs.add(href.toString()), () -> value.accept(nowhere));
        }
        return hrefs;
    }
}

package io.tidemark.property;

import io.tidemark.namespace.ResourceView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** What a PROPPATCH has made of a resource's properties so far; nothing of it is stored before all of it is accepted. */
public final class PropertyChange {

    private final boolean collection;
    private final @Nullable ResourceView resource;
    private final Map<QName, String> before;
    private final Map<QName, String> stored;
    private final List<Runnable> actions = new ArrayList<>();
    private @Nullable String language;
    private @Nullable Boolean syncBoundary;

    private PropertyChange(boolean collection, @Nullable ResourceView resource, Map<QName, String> stored) {
        this.collection = collection;
        this.resource = resource;
        this.before = stored;
        this.stored = new LinkedHashMap<>(stored);
        this.language = resource == null ? null : resource.language();
    }

    /** A change of what a resource has stored. */
    static PropertyChange of(ResourceView resource, Map<QName, String> stored) {
        return new PropertyChange(resource.collection(), resource, stored);
    }

    /** A change that begins without properties: for a collection that is being made. */
    public static PropertyChange ofNewCollection() {
        return new PropertyChange(true, null, Map.of());
    }

    /** What changes: a resource as the revision shows it that the request is about; null for one that is being made. */
    public @Nullable ResourceView resource() {
        return resource;
    }

    /** Does something besides when every instruction has been accepted. */
    public void whenAccepted(Runnable action) {
        actions.add(action);
    }

    /** Does what was put off. */
    void accept() {
        actions.forEach(Runnable::run);
    }

    /** Whether what is stored will be another, at names that a condition picks or in its language. */
    boolean changes(Predicate<QName> names) {
        return !Objects.equals(language, resource == null ? null : resource.language())
                || Stream.concat(before.keySet().stream(), stored.keySet().stream())
                        .filter(names)
                        .anyMatch(name -> !Objects.equals(before.get(name), stored.get(name)));
    }

    /** Whether the properties are a collection's. */
    public boolean isCollection() {
        return collection;
    }

    /** Stores a property's element. */
    public void put(QName name, String xml) {
        stored.put(name, xml);
    }

    /** Removes a stored property; that it is not there is no error (RFC 4918, section 14.23). */
    public void remove(QName name) {
        stored.remove(name);
    }

    /** Sets {@code DAV:getcontentlanguage}. */
    public void setLanguage(@Nullable String language) {
        this.language = language;
    }

    /** Sets {@code T:sync-boundary}. */
    public void setSyncBoundary(boolean boundary) {
        this.syncBoundary = boundary;
    }

    /** Whether reports are to stop here; null when nothing was said about that. */
    public @Nullable Boolean syncBoundary() {
        return syncBoundary;
    }

    /** The stored properties. */
    public Map<QName, String> stored() {
        return stored;
    }

    /** The content's language. */
    @Nullable
    String language() {
        return language;
    }
}

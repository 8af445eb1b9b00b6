package io.tidemark.property;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** What a PROPPATCH has made of a resource's properties so far; nothing of it is stored before all of it is accepted. */
public final class PropertyChange {

    private final boolean collection;
    private final Map<QName, String> stored;
    private @Nullable String language;
    private @Nullable Boolean syncBoundary;

    PropertyChange(boolean collection, Map<QName, String> stored, @Nullable String language) {
        this.collection = collection;
        this.stored = new LinkedHashMap<>(stored);
        this.language = language;
    }

    /** A change that begins without properties: for a collection that is being made. */
    public static PropertyChange ofNewCollection() {
        return new PropertyChange(true, Map.of(), null);
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

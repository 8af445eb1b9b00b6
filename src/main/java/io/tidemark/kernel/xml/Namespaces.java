package io.tidemark.kernel.xml;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces in scope at an element: those that it declares, and those of the elements around it. Elements share
 * what is around them: copies of it would make a body with many declarations and many elements their product.
 */
public final class Namespaces {

    /** {@code xml:lang}. */
    public static final QName XML_LANG = new QName(XMLConstants.XML_NS_URI, "lang", XMLConstants.XML_NS_PREFIX);

    /** Nothing is declared. */
    static final Namespaces NONE = new Namespaces(null, Map.of());

    private final @Nullable Namespaces outer;
    private final Map<String, String> declared;

    private Namespaces(@Nullable Namespaces outer, Map<String, String> declared) {
        this.outer = outer;
        this.declared = declared;
    }

    /** The scope inside this one of an element that declares namespaces, by their prefixes. */
    Namespaces with(Map<String, String> declarations) {
        return declarations.isEmpty() ? this : new Namespaces(this, declarations);
    }

    /** All that is in scope, by prefix; {@code ""} for the default namespace. */
    public Map<String, String> inScope() {
        Map<String, String> all = outer == null ? new LinkedHashMap<>() : outer.inScope();
        all.putAll(declared);
        return all;
    }

    /** What must be declared on an element with this scope that stands where {@code around} is in scope. */
    Map<String, String> missingIn(Namespaces around) {
        Map<String, String> missing = new LinkedHashMap<>();
        for (Namespaces scope = this; scope != null && scope != around; scope = scope.outer) {
            scope.declared.forEach(missing::putIfAbsent);
        }
        missing.entrySet().removeIf(declaration -> declaration.getValue().equals(around.uri(declaration.getKey())));
        return missing;
    }

    private @Nullable String uri(String prefix) {
        for (Namespaces scope = this; scope != null; scope = scope.outer) {
            String uri = scope.declared.get(prefix);
            if (uri != null) {
                return uri;
            }
        }
        return prefix.isEmpty() ? "" : null;
    }
}

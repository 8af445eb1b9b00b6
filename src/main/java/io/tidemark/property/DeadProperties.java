package io.tidemark.property;

import io.tidemark.kernel.xml.Rfc4918;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Stored properties as answers see them. */
final class DeadProperties {

    /** Live properties whose values, once set, are kept like dead ones. They write themselves. */
    private static final Set<QName> KEPT_LIVE = Set.of(Rfc4918.DISPLAYNAME);

    private DeadProperties() {}

    /** The dead ones among stored properties; of those only the named ones, if names are given. */
    static Map<QName, String> select(Map<QName, String> stored, @Nullable Collection<QName> names) {
        Map<QName, String> selected = new LinkedHashMap<>();
        stored.forEach((name, xml) -> {
            if (names == null ? !KEPT_LIVE.contains(name) : names.contains(name)) {
                selected.put(name, xml);
            }
        });
        return selected;
    }
}

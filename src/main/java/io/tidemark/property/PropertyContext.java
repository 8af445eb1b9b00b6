package io.tidemark.property;

import io.tidemark.namespace.PropertySetRepository;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * What properties may share while a page of targets is answered: a property that needs the database asks it once for the
 * page, not once for each member.
 */
public final class PropertyContext {

    /** Bytes of stored properties that are read together; those of most pages are fewer. */
    private static final long AT_ONCE = 1_000_000;

    private final List<Target> page;
    private final String caller;
    private final PropertySetRepository propertySets;
    private final Map<Class<?>, Object> shared = new HashMap<>();
    private PropertySetRepository.@Nullable Some stored;

    /** The last of those that were too long to be read with the others. */
    private Map<QName, String> large = Map.of();

    private @Nullable Long largeId;

    PropertyContext(List<Target> page, String caller, PropertySetRepository propertySets) {
        this.page = page;
        this.caller = caller;
        this.propertySets = propertySets;
    }

    /** The name of the principal who asks. */
    public String caller() {
        return caller;
    }

    /** Something that is read for the whole page when the first property asks for it. */
    public <T> T shared(Class<T> type, Function<List<Target>, T> read) {
        return type.cast(shared.computeIfAbsent(type, key -> read.apply(page)));
    }

    /** The stored properties of a target of the page: each name with its element. */
    public Map<QName, String> stored(Target target) {
        Long set = setOf(target);
        if (set == null) {
            return Map.of();
        }
        PropertySetRepository.Some known = stored;
        if (known == null) {
            known = propertySets.read(
                    page.stream()
                            .map(PropertyContext::setOf)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList(),
                    AT_ONCE);
            stored = known;
        }
        Map<QName, String> found = known.sets().get(set);
        if (found != null) {
            return found;
        }
        if (known.all()) {
            return Map.of();
        }
        if (!set.equals(largeId)) {
            large = propertySets.read(set);
            largeId = set;
        }
        return large;
    }

    private static @Nullable Long setOf(Target target) {
        ResourceView resource = target.resource();
        return resource == null ? null : resource.propertySetId();
    }
}

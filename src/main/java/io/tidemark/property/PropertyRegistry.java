package io.tidemark.property;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;

/** The live properties that the rooms provide. */
@ApplicationScoped
public class PropertyRegistry {

    private final Map<QName, LiveProperty> byName = new LinkedHashMap<>();

    /**
     * Works with every property that a room provides.
     *
     * @throws IllegalStateException when two have the same name
     */
    @Inject
    public PropertyRegistry(@Any Instance<LiveProperty> properties) {
        properties.stream()
                .sorted(Comparator.comparing(property -> property.name().toString()))
                .forEach(property -> {
                    if (byName.put(property.name(), property) != null) {
                        throw new IllegalStateException("Two classes are the property " + property.name() + '.');
                    }
                });
    }

    /** For the container's proxies. */
    protected PropertyRegistry() {}

    /** The property of that name. */
    public Optional<LiveProperty> find(QName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Every property, in the order of names. */
    public Collection<LiveProperty> all() {
        return byName.values();
    }
}

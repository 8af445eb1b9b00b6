package io.tidemark.signon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which groups of the realm give which role of Tidemark's. A role without a setting is given by the group of its name. */
@ApplicationScoped
public class RoleMapping {

    private final Map<String, List<String>> groups;

    /** The groups that the settings list. */
    @Inject
    public RoleMapping(
            @ConfigProperty(name = "tidemark.roles.reader", defaultValue = "reader") List<String> readers,
            @ConfigProperty(name = "tidemark.roles.writer", defaultValue = "writer") List<String> writers,
            @ConfigProperty(name = "tidemark.roles.admin", defaultValue = "admin") List<String> administrators) {
        this.groups = Map.of("reader", readers, "writer", writers, "admin", administrators);
    }

    /** For the container's proxies. */
    protected RoleMapping() {
        this(List.of(), List.of(), List.of());
    }

    /** Whether one of the groups gives the role. */
    boolean gives(String role, Set<String> held) {
        return groups.getOrDefault(role, List.of()).stream().anyMatch(held::contains);
    }
}

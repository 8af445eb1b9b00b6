package io.tidemark.property;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Dead properties whose change makes no revision, by their namespaces (protocol, section 4.3). */
@ApplicationScoped
class MutableProperties {

    private final Set<String> namespaces;

    @Inject
    MutableProperties(
            @ConfigProperty(
                            name = "tidemark.versioning.mutable-namespaces",
                            defaultValue = "urn:schemas-microsoft-com:,http://apache.org/dav/props/,urn:tidemark:dav")
                    String namespaces) {
        this.namespaces =
                Arrays.stream(namespaces.split(",")).map(String::strip).collect(Collectors.toSet());
    }

    /** For the container's proxies. */
    protected MutableProperties() {
        this.namespaces = Set.of();
    }

    /** Whether a change of the property makes a revision. */
    boolean isImmutable(QName name) {
        return !namespaces.contains(name.getNamespaceURI());
    }
}

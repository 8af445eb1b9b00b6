package io.tidemark.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where this node keeps its indexes: nodes share the store, but no index. */
@ApplicationScoped
class NodeDirectory {

    @Inject
    @ConfigProperty(name = "tidemark.search.index", defaultValue = "true")
    private boolean kept;

    @Inject
    @ConfigProperty(name = "tidemark.search.interval", defaultValue = "PT1S")
    private Duration interval;

    @Inject
    @ConfigProperty(name = "tidemark.search.directory")
    private Optional<String> directory;

    @Inject
    @ConfigProperty(name = "tidemark.data")
    private Optional<String> data;

    @Inject
    @ConfigProperty(name = "jboss.node.name", defaultValue = "node")
    private String node;

    /** The directory; empty where indexes are not wanted. */
    Optional<Path> place() {
        return kept
                ? directory
                        .map(Path::of)
                        .or(() -> data.map(Path::of).map(place -> place.resolve("search")))
                        .map(place -> place.resolve(node))
                : Optional.empty();
    }

    /** For how long the indexes wait after they have followed the store, until they look again. */
    long intervalMillis() {
        return Math.max(1, interval.toMillis());
    }
}

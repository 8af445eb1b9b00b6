package io.tidemark.configuration;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.journal.Change;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.sql.Collision;
import io.tidemark.namespace.Layer;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.Versioning;
import io.tidemark.target.Configuration;
import io.tidemark.target.Configuration.Inheritance;
import io.tidemark.target.Configuration.Kind;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.ConfigurationRepository;
import io.tidemark.target.SeenConfigurations;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes configurations, each in one transaction, at a cost that does not depend on what they show. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MkconfigService {

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private Admission admission;

    @Inject
    private SeenConfigurations seen;

    @Inject
    private Namespace namespace;

    @Inject
    private Change change;

    @Inject
    private Event<ConfigurationMade> made;

    @Inject
    @ConfigProperty(name = "tidemark.configuration.max-per-user", defaultValue = "10000")
    private int maxPerUser;

    /**
     * Makes a configuration.
     *
     * @return its id
     * @throws DavException 409 {@code no-such-configuration}; 409 for a base time that is yet to come, and for what is
     *     derived from no workspace; 507 {@code too-many-configurations}
     */
    @Write
    public UUID make(Preconditions preconditions, ConfigurationRequest wanted) {
        List<Layer> below = wanted.parent().map(configurations::layers).orElse(List.of());
        boolean settles =
                wanted.inheritance() != Inheritance.AUTO && wanted.baseTime().isEmpty();
        admission.admit(preconditions, ConfigurationPath.ROOT, Set.of(), settles ? live(below) : Set.of());
        if (configurations.reaches(maxPerUser, change.principal())) {
            throw DavException.of(507, Conditions.TOO_MANY_CONFIGURATIONS);
        }
        Configuration parent = wanted.parent().map(this::parent).orElse(null);
        Instant base = parent == null || wanted.inheritance() == Inheritance.AUTO
                ? null
                : wanted.baseTime().orElseGet(change::at);
        if (base != null && base.isAfter(Instant.now())) {
            throw DavException.conflict("The base time is yet to come.");
        }
        UUID id = namespace.createCollection(null, false, Versioning.AUTOMATIC);
        configurations.persist(
                new Configuration(
                        id,
                        wanted.kind(),
                        parent == null ? null : parent.id(),
                        wanted.inheritance(),
                        base,
                        change.at(),
                        change.principal()),
                wanted.kind() == Kind.DYNAMIC ? List.of() : layers(id, below, base, change.at()));
        made.fire(new ConfigurationMade(id, wanted.kind()));
        if (wanted.kind() == Kind.WORKSPACE && wanted.inheritance() == Inheritance.MANUAL && parent != null) {
            watch(parent);
        }
        return id;
    }

    /** What inherits by hand is told of every revision that comes to its parent, from wherever. */
    private void watch(Configuration parent) {
        Configuration at = parent;
        configurations.watch(at.id());
        while (at.inheritance() == Inheritance.AUTO && at.parentId() != null) {
            at = configurations.find(at.parentId()).orElseThrow(Collision::new);
            configurations.watch(at.id());
        }
    }

    private Configuration parent(UUID id) {
        Configuration parent = configurations
                .lock(id)
                .filter(found -> seen.show(id))
                .orElseThrow(() -> DavException.of(409, Conditions.NO_SUCH_CONFIGURATION));
        if (parent.kind() != Kind.WORKSPACE) {
            throw DavException.conflict("Configurations are derived from workspaces.");
        }
        return parent;
    }

    /**
     * The collections of a workspace that still change. Who has these for himself has the time of his change as a base time:
     * all that was written before it has been committed, and nothing will come to be before it any more.
     */
    private static Set<UUID> live(List<Layer> layers) {
        return layers.stream().filter(Layer::isLive).map(Layer::collection).collect(Collectors.toSet());
    }

    /** Its own layer on top of its parent's: as they were at the base time, or as they are. */
    private static List<Layer> layers(UUID own, List<Layer> below, @Nullable Instant base, Instant made) {
        List<Layer> layers = new ArrayList<>(List.of(new Layer(own, 0, Layer.NOW, null)));
        for (Layer layer : below) {
            Instant keptFrom = layer.own() && base == null ? (Instant) made : layer.keptFrom();
            layers.add(
                    base == null || layer.asOf().isBefore(base)
                            ? new Layer(layer.collection(), layer.depth() + 1, layer.asOf(), keptFrom)
                            : new Layer(layer.collection(), layer.depth() + 1, base, earlier(keptFrom, base)));
        }
        return layers;
    }

    private static @Nullable Instant earlier(@Nullable Instant keptFrom, Instant base) {
        return keptFrom == null || keptFrom.isBefore(base) ? keptFrom : base;
    }
}

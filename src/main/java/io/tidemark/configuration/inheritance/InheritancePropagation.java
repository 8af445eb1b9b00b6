package io.tidemark.configuration.inheritance;

import io.tidemark.configuration.ConfigurationFlags;
import io.tidemark.namespace.ShownRevisionChanged;
import io.tidemark.target.Configuration;
import io.tidemark.target.Configuration.Inheritance;
import io.tidemark.target.ConfigurationRepository;
import io.tidemark.target.RevisionViewRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Hears of new revisions, and hands them down to what is derived: in the writer's transaction where that concerns few, else
 * soon after it (protocol, section 5.4). What nobody inherits costs a writer one look into an index.
 */
@ApplicationScoped
public class InheritancePropagation {

    /** To how many a writer hands a revision down by itself. */
    private static final int FEW = 32;

    @Inject
    private ConfigurationFlags flags;

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private RevisionViewRepository resources;

    @Inject
    private ConfigurationLocations locations;

    @Inject
    private DerivedConfigurations derived;

    @Inject
    private PendingRepository pending;

    void moved(@Observes ShownRevisionChanged changed) {
        if (!changed.overridden() && !flags.isAnyWatched()) {
            return;
        }
        Long member = changed.memberId();
        Optional<UUID> from = member == null
                ? Optional.of(Configuration.FILES)
                : locations.location(member).map(ConfigurationLocation::configuration);
        from.ifPresent(configuration ->
                handDown(new InheritedRevision(configuration, member, changed.resource(), changed.number())));
    }

    private void handDown(InheritedRevision inherited) {
        UUID from = inherited.configuration();
        boolean followed = !configurations
                .derivedFrom(from, Inheritance.AUTO, new UUID(0, 0), 1)
                .isEmpty();
        boolean watched = configurations.isWatched(from);
        if (!followed && !watched) {
            return;
        }
        // Whoever writes a file has its row: nothing that it shows anywhere changes meanwhile.
        resources.locked(inherited.resource());
        List<WorkspaceEntry> members = locations.members(inherited.resource(), 0, FEW + 1);
        if (members.size() > FEW || (watched && derived.areMany(from, FEW))) {
            pending.add(inherited);
            return;
        }
        members.forEach(member -> derived.inherit(inherited, member));
        if (watched) {
            derived.tell(inherited);
        }
    }
}

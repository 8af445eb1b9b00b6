package io.tidemark.configuration.inheritance;

import io.tidemark.configuration.Concerns;
import io.tidemark.configuration.Configuration;
import io.tidemark.configuration.Configuration.Inheritance;
import io.tidemark.configuration.ConfigurationRepository;
import io.tidemark.namespace.RevisionRepository;
import io.tidemark.namespace.ShownRevisionChanged;
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
    private Concerns concerns;

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private RevisionRepository revisions;

    @Inject
    private RevisionViewRepository resources;

    @Inject
    private Places places;

    @Inject
    private DerivedConfigurations derived;

    @Inject
    private PendingRepository pending;

    void moved(@Observes ShownRevisionChanged changed) {
        if (!changed.overridden() && !concerns.isAnyWatched()) {
            return;
        }
        revisions.flush();
        Long member = changed.memberId();
        Optional<UUID> from = member == null
                ? Optional.of(Configuration.FILES)
                : places.place(member).map(Place::configuration);
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
        List<OwnMember> members = places.members(inherited.resource(), 0, FEW + 1);
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

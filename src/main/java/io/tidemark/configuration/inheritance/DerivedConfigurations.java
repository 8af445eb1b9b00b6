package io.tidemark.configuration.inheritance;

import io.tidemark.kernel.memory.Pages;
import io.tidemark.namespace.Ancestry;
import io.tidemark.namespace.DefaultRevisions;
import io.tidemark.target.Configuration;
import io.tidemark.target.Configuration.Inheritance;
import io.tidemark.target.ConfigurationRepository;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Those who inherit a revision (protocol, section 5.4). What follows by itself and has no member of its own shows the
 * parent's anyway, and is passed by.
 */
@ApplicationScoped
class DerivedConfigurations {

    private static final int PAGE = 100;

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private ConfigurationLocations locations;

    @Inject
    private ResolutionQueue queue;

    @Inject
    private Ancestry ancestry;

    @Inject
    private DefaultRevisions defaults;

    /** Whether more than so many inherit by hand or pass on to such, directly below a configuration. */
    boolean areMany(UUID from, int few) {
        return configurations
                                .derivedFrom(from, Inheritance.MANUAL, new UUID(0, 0), few + 1)
                                .size()
                        > few
                || configurations
                                .derivedFrom(from, Inheritance.AUTO, new UUID(0, 0), few + 1)
                                .size()
                        > few;
    }

    /** Hands a revision down to a member of a configuration that inherits it by itself; what has gone its own way is told. */
    void inherit(InheritedRevision inherited, WorkspaceEntry member) {
        Optional<ConfigurationLocation> location = locations.location(member).filter(found -> isHeir(found, inherited));
        if (location.isEmpty() || ancestry.contains(inherited.resource(), member.number(), inherited.number())) {
            return;
        }
        if (ancestry.contains(inherited.resource(), inherited.number(), member.number())) {
            defaults.choose(member.id(), inherited.resource(), inherited.number());
        } else {
            queue.note(location.get(), inherited.resource(), inherited.number(), true);
        }
    }

    /** Whether a configuration has from nobody nearer what another one hands down. */
    private boolean isHeir(ConfigurationLocation location, InheritedRevision inherited) {
        Optional<Configuration> at = configurations.find(location.configuration());
        while (at.isPresent() && at.get().inheritance() == Inheritance.AUTO) {
            UUID parent = at.get().parentId();
            if (parent == null || parent.equals(inherited.configuration())) {
                return parent != null;
            }
            if (locations.isOwn(location.in(parent), inherited.resource())) {
                return false;
            }
            at = configurations.find(parent);
        }
        return false;
    }

    /** Tells of a revision all those who inherit it by hand: directly, or through such as have it from their parent. */
    void tell(InheritedRevision inherited) {
        location(inherited).ifPresent(location -> tell(location, inherited));
    }

    private Optional<ConfigurationLocation> location(InheritedRevision inherited) {
        Long member = inherited.memberId();
        return member == null ? locations.inFiles(inherited.resource()) : locations.location(member);
    }

    private void tell(ConfigurationLocation from, InheritedRevision inherited) {
        each(from.configuration(), Inheritance.MANUAL, child -> tellOne(from.in(child), inherited));
        each(from.configuration(), Inheritance.AUTO, child -> {
            if (configurations.isWatched(child) && !locations.isOwn(from.in(child), inherited.resource())) {
                tell(from.in(child), inherited);
            }
        });
    }

    private void tellOne(ConfigurationLocation child, InheritedRevision inherited) {
        FilesTarget shown = locations.at(child);
        boolean same = shown.shows(inherited.resource());
        if (!same) {
            queue.note(child, inherited.resource(), inherited.number(), false);
            return;
        }
        int number = shown.mapped().revision();
        if (!ancestry.contains(inherited.resource(), number, inherited.number())) {
            boolean own = shown.memberId() != null;
            boolean apart = own && !ancestry.contains(inherited.resource(), inherited.number(), number);
            queue.note(child, inherited.resource(), inherited.number(), apart);
        }
    }

    private void each(UUID parent, Inheritance inheritance, Consumer<UUID> action) {
        Pages.<UUID>of(
                        PAGE,
                        last -> configurations.derivedFrom(
                                parent, inheritance, last == null ? new UUID(0, 0) : last, PAGE))
                .forEach(page -> page.forEach(action));
    }
}

package io.tidemark.configuration.inheritance;

import io.tidemark.configuration.Configuration;
import io.tidemark.configuration.Configuration.Inheritance;
import io.tidemark.configuration.ConfigurationRepository;
import io.tidemark.namespace.Ancestry;
import io.tidemark.namespace.DefaultRevisions;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
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
    private Places places;

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
    void inherit(InheritedRevision inherited, OwnMember member) {
        Optional<Place> place = places.place(member).filter(found -> isHeir(found, inherited));
        if (place.isEmpty() || ancestry.contains(inherited.resource(), member.number(), inherited.number())) {
            return;
        }
        if (ancestry.contains(inherited.resource(), inherited.number(), member.number())) {
            defaults.choose(member.id(), inherited.resource(), inherited.number());
        } else {
            queue.note(place.get(), inherited.resource(), inherited.number(), true);
        }
    }

    /** Whether a configuration has from nobody nearer what another one hands down. */
    private boolean isHeir(Place place, InheritedRevision inherited) {
        Optional<Configuration> at = configurations.find(place.configuration());
        while (at.isPresent() && at.get().inheritance() == Inheritance.AUTO) {
            UUID parent = at.get().parentId();
            if (parent == null || parent.equals(inherited.configuration())) {
                return parent != null;
            }
            if (places.isOwn(place.in(parent), inherited.resource())) {
                return false;
            }
            at = configurations.find(parent);
        }
        return false;
    }

    /** Tells of a revision all those who inherit it by hand: directly, or through such as have it from their parent. */
    void tell(InheritedRevision inherited) {
        place(inherited).ifPresent(place -> tell(place, inherited));
    }

    private Optional<Place> place(InheritedRevision inherited) {
        Long member = inherited.memberId();
        return member == null ? places.inFiles(inherited.resource()) : places.place(member);
    }

    private void tell(Place from, InheritedRevision inherited) {
        each(from.configuration(), Inheritance.MANUAL, child -> tellOne(from.in(child), inherited));
        each(from.configuration(), Inheritance.AUTO, child -> {
            if (configurations.isWatched(child) && !places.isOwn(from.in(child), inherited.resource())) {
                tell(from.in(child), inherited);
            }
        });
    }

    private void tellOne(Place child, InheritedRevision inherited) {
        FilesTarget shown = places.at(child);
        boolean same = shown.isMapped() && shown.mapped().id().equals(inherited.resource());
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
        List<UUID> page = configurations.derivedFrom(parent, inheritance, new UUID(0, 0), PAGE);
        while (!page.isEmpty()) {
            page.forEach(action);
            page = page.size() < PAGE
                    ? List.of()
                    : configurations.derivedFrom(parent, inheritance, page.get(PAGE - 1), PAGE);
        }
    }
}

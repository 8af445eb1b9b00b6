package io.tidemark.configuration.inheritance;

import io.tidemark.target.Configuration;
import io.tidemark.target.Configuration.Inheritance;
import io.tidemark.target.ConfigurationRepository;
import io.tidemark.kernel.memory.Pages;
import io.tidemark.namespace.Ancestry;
import io.tidemark.namespace.DefaultRevisions;
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
class Heirs {

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
                                .heirs(from, Inheritance.MANUAL, new UUID(0, 0), few + 1)
                                .size()
                        > few
                || configurations
                                .heirs(from, Inheritance.AUTO, new UUID(0, 0), few + 1)
                                .size()
                        > few;
    }

    /** Hands a revision down to a member of a configuration that inherits it by itself; what has gone its own way is told. */
    void inherit(Bequest bequest, OwnMember member) {
        Optional<Place> place = places.place(member).filter(found -> isHeir(found, bequest));
        if (place.isEmpty() || ancestry.contains(bequest.resource(), member.number(), bequest.number())) {
            return;
        }
        if (ancestry.contains(bequest.resource(), bequest.number(), member.number())) {
            defaults.choose(member.id(), bequest.resource(), bequest.number());
        } else {
            queue.note(place.get(), bequest.resource(), bequest.number(), true);
        }
    }

    /** Whether a configuration has from nobody nearer what another one hands down. */
    private boolean isHeir(Place place, Bequest bequest) {
        Optional<Configuration> at = configurations.find(place.configuration());
        while (at.isPresent() && at.get().inheritance() == Inheritance.AUTO) {
            UUID parent = at.get().parentId();
            if (parent == null || parent.equals(bequest.configuration())) {
                return parent != null;
            }
            if (places.isOwn(place.in(parent), bequest.resource())) {
                return false;
            }
            at = configurations.find(parent);
        }
        return false;
    }

    /** Tells of a revision all those who inherit it by hand: directly, or through such as have it from their parent. */
    void tell(Bequest bequest) {
        place(bequest).ifPresent(place -> tell(place, bequest));
    }

    private Optional<Place> place(Bequest bequest) {
        Long member = bequest.memberId();
        return member == null ? places.inFiles(bequest.resource()) : places.place(member);
    }

    private void tell(Place from, Bequest bequest) {
        each(from.configuration(), Inheritance.MANUAL, heir -> tellOne(from.in(heir), bequest));
        each(from.configuration(), Inheritance.AUTO, heir -> {
            if (configurations.isWatched(heir) && !places.isOwn(from.in(heir), bequest.resource())) {
                tell(from.in(heir), bequest);
            }
        });
    }

    private void tellOne(Place heir, Bequest bequest) {
        FilesTarget shown = places.at(heir);
        boolean same = shown.shows(bequest.resource());
        if (!same) {
            queue.note(heir, bequest.resource(), bequest.number(), false);
            return;
        }
        int number = shown.mapped().revision();
        if (!ancestry.contains(bequest.resource(), number, bequest.number())) {
            boolean own = shown.memberId() != null;
            boolean apart = own && !ancestry.contains(bequest.resource(), bequest.number(), number);
            queue.note(heir, bequest.resource(), bequest.number(), apart);
        }
    }

    private void each(UUID parent, Inheritance inheritance, Consumer<UUID> action) {
        Pages.<UUID>of(
                        PAGE,
                        last -> configurations.heirs(parent, inheritance, last == null ? new UUID(0, 0) : last, PAGE))
                .forEach(page -> page.forEach(action));
    }
}

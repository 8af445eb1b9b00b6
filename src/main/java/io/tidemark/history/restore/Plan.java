package io.tidemark.history.restore;

import io.tidemark.target.FilesTarget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** All that has to be done to names and to what they show, for a tree to be what it was. */
final class Plan {

    private final List<Departure> departures = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Rewriting> rewritings = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private final Set<UUID> lostResources = new HashSet<>();

    void depart(Departure departure) {
        departures.add(departure);
    }

    void arrive(Arrival arrival) {
        arrivals.add(arrival);
    }

    void rewrite(Rewriting rewriting) {
        rewritings.add(rewriting);
    }

    /** Notes what cannot be brought back, because its content was not kept. */
    void lose(String href, UUID resource) {
        lost.add(href);
        lostResources.add(resource);
    }

    /** Notes a collection whose properties cannot be brought back, because they were not kept. */
    void loseProperties(String href) {
        lost.add(href);
    }

    /** Which names are to be free: those of what goes, and of what comes back to another. */
    List<Departure> departures() {
        return departures;
    }

    /** What comes back, collections before what is in them. */
    List<Arrival> arrivals() {
        return arrivals;
    }

    /** What shows again what it did. */
    List<Rewriting> rewritings() {
        return rewritings;
    }

    /** The URLs of what cannot be brought back. */
    List<String> lost() {
        return lost.stream().sorted(Comparator.naturalOrder()).toList();
    }

    /**
     * Joins what leaves one name and comes back to another; what cannot come back stays where it is. A name becomes free once, however
     * often what is there comes back: a resource may have had several names, and a collection, too.
     */
    void join() {
        departures.removeIf(departure -> lostResources.contains(resource(departure)));
        Map<UUID, Departure> leaving = new HashMap<>();
        Map<Object, Departure> freed = new HashMap<>();
        for (Departure departure : departures) {
            freed.putIfAbsent(name(departure.from()), departure);
            if (departure.within() == null) {
                leaving.putIfAbsent(resource(departure), departure);
            }
        }
        Set<Departure> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Arrival arrival : arrivals) {
            FilesTarget elsewhere = arrival.from();
            Departure departure =
                    leaving.remove(arrival.past().target().mapped().id());
            if (departure == null && elsewhere != null) {
                departure = freed.computeIfAbsent(name(elsewhere), name -> free(elsewhere));
            }
            arrival.comesFrom(departure != null && taken.add(departure) ? departure.from() : null);
        }
    }

    private Departure free(FilesTarget name) {
        Departure departure = new Departure(name, null);
        departures.add(departure);
        return departure;
    }

    /** What a name is known by: its row, which is the same in whichever way its collection was reached. */
    private static Object name(FilesTarget target) {
        Long row = target.memberId();
        return row == null ? target.path().asCollection(false) : row;
    }

    private static UUID resource(Departure departure) {
        return departure.from().mapped().id();
    }

    /** Whether there is nothing to do. */
    boolean isEmpty() {
        return departures.isEmpty() && arrivals.isEmpty() && rewritings.isEmpty();
    }
}

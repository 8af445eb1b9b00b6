package io.tidemark.history.restore;

import io.tidemark.target.FilesTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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

    /** Joins what leaves one name and comes back to another; what cannot come back stays where it is. */
    void join() {
        departures.removeIf(departure -> lostResources.contains(resource(departure)));
        Map<UUID, Departure> leaving = new HashMap<>();
        departures.stream()
                .filter(departure -> departure.within() == null)
                .forEach(departure -> leaving.putIfAbsent(resource(departure), departure));
        for (Arrival arrival : arrivals) {
            Departure departure =
                    leaving.remove(arrival.past().target().mapped().id());
            FilesTarget elsewhere = arrival.from();
            if (departure != null) {
                arrival.comesFrom(departure.from());
            } else if (elsewhere != null) {
                departures.add(new Departure(elsewhere, null));
            }
        }
    }

    private static UUID resource(Departure departure) {
        return departure.from().mapped().id();
    }

    /** Whether there is nothing to do. */
    boolean isEmpty() {
        return departures.isEmpty() && arrivals.isEmpty() && rewritings.isEmpty();
    }
}

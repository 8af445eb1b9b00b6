import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Faults that follow from a seed. */
final class Schedule {

    /** What may befall the servers. */
    enum Fault {
        /** SIGKILL, and a new start. */
        KILL,
        /** SIGTERM, and a new start. */
        STOP,
        /** The disk of the data directory is full for a while. */
        DISK_FULL,
        /** Connections that send half a request, and nothing more. */
        SLOW_PEERS,
        /** The server's clock is half an hour ahead or behind for a while, and then steps to the right time. */
        CLOCK,
        /** Nothing comes through between server and database, and nobody is told; what was connected never works again. */
        SILENT,
        /** The same, and the server is told to end meanwhile. */
        SILENT_STOP,
        /** The database takes no connections, and breaks those that there are. */
        REFUSED,
        /** The same, and the server is killed and started meanwhile. */
        REFUSED_START
    }

    /** When it begins, after the one before is mended; for how long; and to which server. */
    record Event(Fault fault, int afterMillis, int millis, int node) {}

    private Schedule() {}

    /** Drawn before anything else, so that it is the same however the machine fares. */
    static List<Event> of(long seed, int seconds, boolean postgreSql, boolean clock) {
        Random random = new Random(seed);
        List<Fault> possible = new ArrayList<>(
                postgreSql
                        ? List.of(
                                Fault.KILL,
                                Fault.SILENT,
                                Fault.REFUSED,
                                Fault.SILENT_STOP,
                                Fault.REFUSED_START,
                                Fault.DISK_FULL,
                                Fault.SLOW_PEERS)
                        : List.of(Fault.KILL, Fault.DISK_FULL, Fault.STOP, Fault.SLOW_PEERS));
        if (clock) {
            possible.add(Fault.CLOCK);
        }
        List<Event> events = new ArrayList<>();
        List<Fault> round = new ArrayList<>();
        // Each takes some time to be mended.
        for (int passed = 0; passed < seconds || events.size() < 2; passed += 25) {
            if (round.isEmpty()) {
                round.addAll(possible);
                Collections.shuffle(round, random);
            }
            events.add(new Event(
                    round.remove(0), 1_000 + random.nextInt(5_000), 3_000 + random.nextInt(12_000), random.nextInt(2)));
        }
        return events;
    }
}

package io.tidemark.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plays {@link Simulation}s. In the build some seeds; thousands by hand: {@code mvn test -Dtest=SimulationTest
 * -Dreplica.seeds=10000 -Dreplica.first=1}.
 */
class SimulationTest {

    private static final int ROUNDS = 60;

    @Test
    void allComeToBeEqualAndNothingIsLost() throws Exception {
        long first = Long.getLong("replica.first", 1);
        long seeds = Long.getLong("replica.seeds", 150);
        List<String> failed = new ArrayList<>();
        for (long seed = first; seed < first + seeds && failed.size() < 10; seed++) {
            String failure = play(seed, seed % 3 > 0);
            if (!failure.isEmpty()) {
                failed.add("seed " + seed + ": " + failure);
            }
        }
        assertThat(failed).isEmpty();
    }

    /** Seeds that have failed once. */
    @ParameterizedTest
    @ValueSource(longs = {1021, 1078, 1144, 1201})
    void whatFailedOnceDoesNotFailAgain(long seed) throws Exception {
        assertThat(play(seed, seed % 3 > 0)).isEmpty();
    }

    private static String play(long seed, boolean faults) throws Exception {
        // In memory where there is a place for it: the simulation asks what is done, not what is on a disk.
        Path memory = Path.of("/dev/shm");
        Path work = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "replica")
                : Files.createTempDirectory("replica");
        Simulation simulation = new Simulation(work, seed, faults);
        try {
            simulation.run(ROUNDS);
            return "";
        } catch (AssertionError | RuntimeException | IOException e) {
            if (Boolean.getBoolean("replica.log")) {
                simulation.log().forEach(System.out::println);
                e.printStackTrace(System.out);
            }
            return e.toString();
        } finally {
            simulation.clean();
        }
    }
}

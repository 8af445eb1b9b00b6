package io.tidemark.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final Lanes lanes = new Lanes(threads::add, 2);

    @Test
    void eachWhoHasSignedInHasALaneOfHisOwn() {
        lanes.signedIn("Basic of one");
        lanes.signedIn("Basic of another");

        assertThat(lanes.of("Basic of one"))
                .isSameAs(lanes.of("Basic of one"))
                .isNotSameAs(lanes.of("Basic of another"))
                .isNotSameAs(lanes.of("Basic of a stranger"))
                .isNotSameAs(lanes.of(null));
        assertThat(lanes.of("Basic of a stranger")).isSameAs(lanes.of("Basic of somebody else"));
    }

    @Test
    void whoSignsInAgainKeepsTheLaneThatHisRequestsWaitIn() {
        lanes.signedIn("Basic of one");
        Lane before = lanes.of("Basic of one");
        lanes.signedIn("Basic of one");

        assertThat(lanes.of("Basic of one")).isSameAs(before);
    }

    @Test
    void requestsThatWaitForTheirClientsLetOthersOfTheirLanePass() throws IOException {
        lanes.signedIn("Basic of one");
        Lane lane = lanes.of("Basic of one");
        List<String> done = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            lane.execute(() -> wait(done));
        }
        lane.execute(() -> done.add("another"));
        while (!threads.isEmpty()) {
            threads.remove().run();
        }

        assertThat(done).containsExactly("another", "has waited", "has waited");
    }

    /** A task of a lane that waits until the threads have nothing else to do. */
    private void wait(List<String> done) {
        try {
            Lane.aside(() -> {
                while (!threads.isEmpty()) {
                    threads.remove().run();
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        done.add("has waited");
    }
}

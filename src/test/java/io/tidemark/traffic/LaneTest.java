package io.tidemark.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Eventually;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LaneTest {

    @Test
    void othersComeBetween() {
        Queue<Runnable> threads = new ArrayDeque<>();
        List<String> done = new ArrayList<>();
        var lane = new Lane(threads::add, 2);
        for (int i = 0; i < 5; i++) {
            lane.execute(() -> done.add("nobody"));
        }
        threads.add(() -> done.add("user"));
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
        assertThat(done).containsExactly("nobody", "nobody", "user", "nobody", "nobody", "nobody");
    }

    @Test
    void eachTaskRunsOnceAndFewAtOnce() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            var failed = new AtomicInteger();
            var lane = new Lane(task -> threads.execute(() -> countingFailures(task, failed)), 3);
            var running = new AtomicInteger();
            var most = new AtomicInteger();
            var left = new CountDownLatch(20_000);
            for (int i = 0; i < 20_000; i++) {
                int number = i;
                lane.execute(() -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    running.decrementAndGet();
                    left.countDown();
                    if (number % 1_000 == 0) {
                        throw new IllegalStateException("A task that fails leaves its place to the next");
                    }
                });
            }
            assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(most.get()).isBetween(1, 3);
            Eventually.become("noticed that they failed", () -> failed.get() == 20);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void countingFailures(Runnable task, AtomicInteger failed) {
        try {
            task.run();
        } catch (IllegalStateException e) {
            failed.incrementAndGet();
        }
    }
}

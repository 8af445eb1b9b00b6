package io.tidemark.traffic;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets few of its tasks run at once on threads that others need, too: the rest wait here, and not in front of others. A task
 * that waits for its client does not count.
 */
final class Lane implements Executor {

    private static final ThreadLocal<Lane> CURRENT = new ThreadLocal<>();

    private final Executor threads;
    private final int most;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();

    Lane(Executor threads, int most) {
        this.threads = threads;
        this.most = most;
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        startNext();
    }

    /** Each task stands at the end of the threads' own queue again, so that what others want comes between. */
    private void startNext() {
        while (!waiting.isEmpty()) {
            int now = running.get();
            if (now >= most) {
                return;
            }
            if (running.compareAndSet(now, now + 1)) {
                start();
                return;
            }
        }
    }

    private void start() {
        boolean taken = false;
        try {
            threads.execute(this::runNext);
            taken = true;
        } finally {
            if (!taken) {
                running.decrementAndGet();
            }
        }
    }

    private void runNext() {
        CURRENT.set(this);
        try {
            Runnable task = waiting.poll();
            if (task != null) {
                task.run();
            }
        } finally {
            CURRENT.remove();
            leave();
        }
    }

    private void leave() {
        running.decrementAndGet();
        startNext();
    }

    /** Lets another task of the current thread's lane run while this one waits for its client. */
    static void aside(Pace.Wait wait) throws IOException {
        Lane lane = CURRENT.get();
        if (lane == null) {
            wait.now();
            return;
        }
        lane.leave();
        try {
            wait.now();
        } finally {
            lane.running.incrementAndGet();
        }
    }
}

package io.tidemark.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Fetches several files at a time; the one who asked takes what is finished, in groups. */
final class Downloads implements AutoCloseable {

    private static final int GROUP = 256;

    private final Fetcher fetcher;
    private final ExecutorService workers;

    Downloads(Fetcher fetcher, int parallel) {
        this.fetcher = fetcher;
        this.workers = Executors.newFixedThreadPool(parallel, task -> {
            Thread thread = new Thread(task, "download");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Takes finished fetches, on the thread of the one who asked. */
    interface Taker {
        void take(List<Fetched> finished) throws IOException;
    }

    /**
     * Fetches all of them, and comes back when every one is taken.
     *
     * @throws IOException the first failure after which there is no going on
     */
    void run(List<Wanted> wanted, Function<Wanted, Optional<Fetcher.Source>> sources, Taker taker)
            throws IOException, InterruptedException {
        ExecutorCompletionService<Fetched> service = new ExecutorCompletionService<>(workers);
        List<Future<Fetched>> open = new ArrayList<>();
        for (Wanted file : wanted) {
            Optional<Fetcher.Source> source = sources.apply(file);
            open.add(service.submit(() -> fetcher.fetch(file, source)));
        }
        try {
            int left = wanted.size();
            while (left > 0) {
                List<Fetched> group = new ArrayList<>();
                group.add(result(service.take()));
                while (group.size() < GROUP) {
                    Future<Fetched> another = service.poll();
                    if (another == null) {
                        break;
                    }
                    group.add(result(another));
                }
                taker.take(group);
                left -= group.size();
            }
        } finally {
            open.forEach(future -> future.cancel(true));
        }
    }

    private static Fetched result(Future<Fetched> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}

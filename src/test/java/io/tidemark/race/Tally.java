package io.tidemark.race;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** What happened in a herd, counted by all its threads. */
final class Tally {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    void count(String what) {
        add(what, 1);
    }

    void add(String what, long howOften) {
        counts.computeIfAbsent(what, unknown -> new LongAdder()).add(howOften);
    }

    void fail(String what) {
        failures.add(what);
    }

    long of(String what) {
        LongAdder count = counts.get(what);
        return count == null ? 0 : count.sum();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public String toString() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(count -> "  %10d %s".formatted(count.getValue().sum(), count.getKey()))
                .collect(Collectors.joining("\n"));
    }
}

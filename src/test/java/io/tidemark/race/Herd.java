package io.tidemark.race;

import io.tidemark.race.HerdOperation.Request;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/**
 * Many clients that poll one tree while others write to it (protocol, section 3: no lost change, read your writes). When
 * the writers have stopped, each client's map must be the listing, also when it goes on with an old token.
 */
public final class Herd {
    private static final int FAILURES_SHOWN = 20;
    private static final int LEVEL_ONE_EVERY = 3;
    private static final int OLD_TOKENS = 8;

    private final HerdOptions options;
    private final Tally tally = new Tally();
    private final Nodes nodes;
    private final String tree;
    private final ConcurrentLinkedQueue<HerdClient> old = new ConcurrentLinkedQueue<>();

    Herd(HerdOptions options) {
        this.options = options;
        this.nodes = new Nodes(options.urls, options.user, tally);
        this.tree = "/files/herd-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "/";
    }

    /** {@code scripts/faults/herd}. */
    public static void main(String[] arguments) throws Exception {
        HerdOptions options = new HerdOptions();
        CommandLine line = new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true);
        try {
            line.parseArgs(arguments);
        } catch (CommandLine.ParameterException e) {
            System.err.println("herd: " + e.getMessage());
            System.exit(CommandLine.ExitCode.USAGE);
        }
        if (line.isUsageHelpRequested()) {
            line.usage(System.out);
            return;
        }
        Tally tally = new Herd(options).run();
        System.out.println(tally);
        List<String> failures = tally.failures();
        failures.stream().limit(FAILURES_SHOWN).forEach(System.out::println);
        System.out.println(
                failures.isEmpty() ? "herd: nothing lost, nothing made up" : "herd: " + failures.size() + " failures");
        System.exit(failures.isEmpty() ? 0 : 1);
    }

    /** Runs for as long as the options say, compares, and returns what happened. */
    Tally run() throws Exception {
        make(tree);
        for (String folder : HerdOperation.folders()) {
            make(tree + folder);
        }
        List<HerdClient> clients = new ArrayList<>();
        for (int i = 0; i < options.clients; i++) {
            String level = i % LEVEL_ONE_EVERY == LEVEL_ONE_EVERY - 1 ? "1" : "infinite";
            clients.add(new HerdClient(nodes, tally, tree, level, options.seed * 1_000_000 + i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(options.clients + options.writers);
        try {
            poll(clients, threads);
        } finally {
            threads.shutdownNow();
        }
        clients.addAll(old);
        Map<String, Map<String, String>> listings = Map.of("1", listing("1"), "infinite", listing("infinity"));
        for (HerdClient client : clients) {
            client.pullAll();
            compare(client, listings.get(client.level()));
        }
        tally.add("clients that were compared", clients.size());
        tally.add("members at the end", listings.get("infinite").size());
        return tally;
    }

    private void poll(List<HerdClient> clients, ExecutorService threads) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(options.seconds);
        CountDownLatch writing = new CountDownLatch(options.writers);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < options.writers; i++) {
            HerdWriter writer = new HerdWriter(nodes, tally, tree, options, i);
            running.add(threads.submit(() -> {
                try {
                    while (System.nanoTime() - end < 0) {
                        writer.write();
                    }
                } finally {
                    writing.countDown();
                }
                return null;
            }));
        }
        for (HerdClient client : clients) {
            running.add(threads.submit(() -> {
                long pulls = 0;
                while (!writing.await(options.pause, TimeUnit.MILLISECONDS)) {
                    client.pull();
                    // Powers of two: old tokens of every age, and no more than a few.
                    if (Long.bitCount(++pulls) == 1 && old.size() < OLD_TOKENS * options.clients) {
                        old.add(client.fork());
                    }
                }
                return null;
            }));
        }
        for (Future<?> thread : running) {
            thread.get();
        }
    }

    private void compare(HerdClient client, Map<String, String> listing) {
        Map<String, String> lost = new TreeMap<>(listing);
        lost.entrySet().removeAll(client.members().entrySet());
        Map<String, String> extra = new TreeMap<>(client.members());
        extra.entrySet().removeAll(listing.entrySet());
        if (!lost.isEmpty() || !extra.isEmpty()) {
            tally.fail("A client of level " + client.level() + " has not got " + lost + " and has got " + extra);
        }
    }

    private void make(String collection) throws InterruptedException {
        int status = nodes.send(Request.of("MKCOL", collection)).statusCode();
        if (status != 201) {
            throw new IllegalStateException("MKCOL of " + collection + " answered " + status);
        }
    }

    private Map<String, String> listing(String depth) throws InterruptedException {
        HttpResponse<String> answer = nodes.send(new Request(
                "PROPFIND",
                tree,
                Map.of("Depth", depth),
                "<D:propfind xmlns:D=\"DAV:\"><D:prop><D:getetag/><D:displayname/></D:prop></D:propfind>"));
        return KnownMembers.listed(Responses.read(answer.body()), tree);
    }
}

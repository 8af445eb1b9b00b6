import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients write to one or two servers while a schedule of faults, which follows from a seed alone, befalls them. After each
 * fault it looks: what was answered is there, what was refused is not, and each server serves again by itself within a
 * minute of the fault's end. At the end each replica must equal the listing, and scripts/verify must find nothing.
 *
 * <p>Usage: Simulation ROOT DIRECTORY PORT SEED SECONDS h2|postgresql. See scripts/faults/simulate.
 */
public final class Simulation {

    private static final int CLIENTS = 6;
    static final String TOP = "files/simulated/";
    static final String WRITER = basic("writer:writer");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    final Path root;
    final Path directory;
    private final boolean postgreSql;
    final boolean ownDisk;
    /** What clock.c became, with --clock. */
    final Path clock;
    final List<Node> nodes = new ArrayList<>();
    private final Faults faults = new Faults(this);
    private final List<Client> clients = new ArrayList<>();
    private final List<Replica> replicas = new ArrayList<>();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    volatile boolean over;

    private Simulation(Path root, Path directory, boolean postgreSql) throws Exception {
        this.root = root;
        this.directory = directory;
        this.clock = directory.resolve("clock.so");
        this.postgreSql = postgreSql;
        // Large enough that two minutes of writing do not fill it: only the fault does.
        this.ownDisk = run("mount", "-t", "tmpfs", "-o", "size=600m", "tmpfs", data().toString()) == 0;
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[1]);
        Files.createDirectories(directory.resolve("data"));
        long seed = Long.parseLong(arguments[3]);
        Simulation simulation = new Simulation(Path.of(arguments[0]), directory, "postgresql".equals(arguments[5]));
        int status = 1;
        try {
            status = simulation.run(Integer.parseInt(arguments[2]), seed, Integer.parseInt(arguments[4]));
        } finally {
            simulation.end();
        }
        System.exit(status);
    }

    private int run(int port, long seed, int seconds) throws Exception {
        List<Schedule.Event> schedule = Schedule.of(seed, seconds, postgreSql, stepsClock());
        say("seed %d, %d seconds, %s: %s", seed, seconds, postgreSql ? "PostgreSQL, two nodes" : "H2", schedule.stream()
                .map(event -> event.fault().name())
                .toList());
        if (!ownDisk) {
            say("no full disk: that needs root, for a file system of its own");
        }
        if (!stepsClock()) {
            say("no clock steps: they need --clock");
        }
        String url = null;
        if (postgreSql) {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(directory.resolve("postgresql"))
                    .start();
            closers.add(postgres::close);
            for (int i = 0; i < 2; i++) {
                Proxy proxy = new Proxy(postgres.getPort());
                nodes.add(new Node(this, port + i, proxy, "jdbc:postgresql://127.0.0.1:" + proxy.port() + "/postgres"));
            }
            url = postgres.getJdbcUrl("postgres", "postgres");
        } else {
            nodes.add(new Node(this, port, null, null));
        }
        for (Node node : nodes) {
            node.start();
            faults.again(node, "at the start");
        }
        expect(send(nodes.get(0), "MKCOL", TOP, new byte[0], Map.of()), 201);
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new Client(this, i, seed));
        }
        for (Client client : clients) {
            expect(send(nodes.get(0), "MKCOL", client.folder, new byte[0], Map.of()), 201);
        }
        nodes.forEach(node -> replicas.add(new Replica(this, node)));
        List<Thread> threads = new ArrayList<>();
        clients.forEach(client -> threads.add(start(client)));
        replicas.forEach(replica -> threads.add(start(replica)));
        for (Schedule.Event event : schedule) {
            faults.befall(event);
            for (Client client : clients) {
                client.verify();
            }
        }
        TimeUnit.SECONDS.sleep(3);
        over = true;
        for (Thread thread : threads) {
            thread.join(120_000);
            check(!thread.isAlive(), "a client hangs");
        }
        for (Client client : clients) {
            client.verify();
        }
        for (Replica replica : replicas) {
            replica.compare();
        }
        for (Node node : nodes) {
            node.stop("at the end");
        }
        verify(url);
        say("answers %s", new TreeMap<>(answers));
        failures.forEach(failure -> say("FAILED %s", failure));
        say(failures.isEmpty() ? "seed %d: nothing lost" : "seed %d FAILED", seed);
        return failures.isEmpty() ? 0 : 1;
    }

    private void verify(String url) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(root.resolve("scripts/verify").toString(), "--content", "--data", data().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        if (url != null) {
            command.addAll(List.of("--database", url.split("[?]")[0], "--database-user", "postgres"));
            builder.environment().put("TIDEMARK_DB_PASSWORD", "postgres");
        }
        check(builder.start().waitFor() == 0, "scripts/verify found something");
    }

    // --- Small things -----------------------------------------------------------------------------------------------

    HttpResponse<byte[]> send(Node node, String method, String path, byte[] body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port + "/" + path))
                .timeout(Duration.ofSeconds(90))
                .header("Authorization", WRITER)
                .method(method, BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    Path data() {
        return directory.resolve("data");
    }

    void check(boolean right, String what) {
        if (!right) {
            say("WRONG %s", what);
            failures.add(what);
        }
    }

    private static void expect(HttpResponse<?> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer + " and not " + status);
        }
    }

    static Thread start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void say(String what, Object... of) {
        System.out.printf("%tT simulate: %s%n", new Date(), String.format(what, of));
    }

    boolean stepsClock() {
        return Files.exists(clock);
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private final List<AutoCloseable> closers = new ArrayList<>();

    private void end() throws Exception {
        for (Node node : nodes) {
            if (node.process != null) {
                node.process.destroyForcibly().waitFor();
            }
        }
        for (AutoCloseable closer : closers) {
            closer.close();
        }
        if (ownDisk) {
            run("umount", data().toString());
        }
    }
}

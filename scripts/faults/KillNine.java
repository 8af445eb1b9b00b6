import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Kills a server with SIGKILL while clients upload to it, again and again, and looks afterwards: what was answered must
 * be there, and what was not answered must be there whole or not at all.
 *
 * <p>Usage: java KillNine.java ROUNDS PORT COMMAND... where COMMAND starts a server in the foreground at PORT.
 */
public final class KillNine {

    private static final int CLIENTS = 8;
    private static final int[] LENGTHS = {0, 100, 4_096, 20_000, 300_000, 3_000_000};
    private static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString("writer:writer".getBytes());

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final ProcessBuilder command;

    /** Which content was sent last to a name, and which was answered last; the body follows from its number. */
    private record Sent(long last, long answered) {}

    private final Map<String, Sent> files = new ConcurrentHashMap<>();

    private KillNine(int port, String[] command) {
        this.base = "http://127.0.0.1:" + port + "/files/";
        this.command = new ProcessBuilder(command).redirectErrorStream(true);
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        KillNine test = new KillNine(port, Arrays.copyOfRange(arguments, 2, arguments.length));
        Random random = new Random();
        for (int round = 1; round <= rounds; round++) {
            Process server = test.start();
            test.verify();
            test.load(server, 500 + random.nextInt(2_500), round);
            System.out.printf("round %d: %d names answered so far%n", round, test.files.size());
        }
        Process server = test.start();
        test.verify();
        server.destroy();
        server.waitFor(30, TimeUnit.SECONDS);
        System.out.printf("%d rounds, %d names: nothing lost, nothing half there%n", rounds, test.files.size());
    }

    private Process start() throws Exception {
        command.redirectOutput(Path.of(System.getProperty("log", "kill9.log")).toFile());
        Process server = command.start();
        for (int i = 0; i < 120; i++) {
            TimeUnit.MILLISECONDS.sleep(500);
            try {
                if (send("OPTIONS", "", new byte[0]).statusCode() == 200) {
                    return server;
                }
            } catch (IOException e) {
                if (!server.isAlive()) {
                    throw new IllegalStateException("The server does not start", e);
                }
            }
        }
        throw new IllegalStateException("The server does not answer");
    }

    private void load(Process server, int millis, int round) throws InterruptedException {
        Thread[] clients = new Thread[CLIENTS];
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            clients[i] = new Thread(() -> upload(client, round));
            clients[i].start();
        }
        TimeUnit.MILLISECONDS.sleep(millis);
        server.destroyForcibly();
        for (Thread client : clients) {
            client.join();
        }
        server.waitFor();
    }

    /** New names and old ones in turn, until the server is gone. */
    private void upload(int client, int round) {
        Random random = new Random();
        for (long i = 0; ; i++) {
            boolean again = random.nextInt(3) == 0;
            String name = "k-" + client + "-" + (again ? "same" : round + "-" + i);
            long number = random.nextLong() & Long.MAX_VALUE;
            long answered = files.getOrDefault(name, new Sent(-1, -1)).answered();
            files.put(name, new Sent(number, answered));
            try {
                int status = send("PUT", name, body(number)).statusCode();
                if (status != 201 && status != 204) {
                    throw new IllegalStateException("PUT answered " + status);
                }
                files.put(name, new Sent(number, number));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void verify() throws IOException {
        for (Map.Entry<String, Sent> file : files.entrySet()) {
            Sent sent = file.getValue();
            HttpResponse<byte[]> answer = send("GET", file.getKey(), new byte[0]);
            boolean absent = answer.statusCode() == 404;
            boolean isLast = !absent && Arrays.equals(answer.body(), body(sent.last()));
            boolean isAnswered = absent
                    ? sent.answered() < 0
                    : sent.answered() >= 0 && Arrays.equals(answer.body(), body(sent.answered()));
            if (!isLast && !isAnswered) {
                throw new IllegalStateException(file.getKey() + " is neither what was answered nor what was sent: "
                        + answer.statusCode() + ", " + answer.body().length + " bytes");
            }
            files.put(file.getKey(), isLast ? new Sent(sent.last(), sent.last()) : new Sent(sent.answered(), sent.answered()));
        }
    }

    private static byte[] body(long number) {
        Random random = new Random(number);
        byte[] body = new byte[LENGTHS[random.nextInt(LENGTHS.length)]];
        random.nextBytes(body);
        return body;
    }

    private HttpResponse<byte[]> send(String method, String name, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + name))
                .header("Authorization", AUTHORIZATION)
                .timeout(Duration.ofSeconds(30))
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

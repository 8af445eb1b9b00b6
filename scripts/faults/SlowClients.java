import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Clients that send and read next to nothing, and one that wants to be served meanwhile.
 *
 * <p>Usage: java SlowClients.java PORT CLIENTS, with a server at PORT on loopback.
 */
public final class SlowClients {

    private static final int LARGE = 8 << 20;
    private static final int STEADY_BYTES_PER_SECOND = 100_000;
    private static final Duration EACH = Duration.ofSeconds(45);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String LARGE_FILE = "/files/slow-large";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final int clients;

    /** A way to be slow: how it begins, and what is sent or read again and again. */
    private enum Way {
        HEADERS("GET /files/ HTTP/1.1\r\nHost: 127.0.0.1\r\n", "X-Slow: 1\r\n"),
        BODY(
                "PUT /files/slow-body HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\nAuthorization: "
                        + authorization("writer") + "\r\n\r\n",
                "x"),
        ANSWER(
                "GET " + LARGE_FILE + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + authorization("writer")
                        + "\r\n\r\n",
                "");

        private final String beginning;
        private final String drop;

        Way(String beginning, String drop) {
            this.beginning = beginning;
            this.drop = drop;
        }
    }

    private SlowClients(int port, int clients) {
        this.port = port;
        this.clients = clients;
    }

    public static void main(String[] arguments) throws Exception {
        SlowClients test = new SlowClients(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        test.ask("writer", "PUT", LARGE_FILE, new byte[LARGE]);
        CompletableFuture<Integer> steady = CompletableFuture.supplyAsync(test::readSteadily);
        for (Way way : Way.values()) {
            test.attack(way);
        }
        if (steady.get() != LARGE) {
            throw new IllegalStateException("Who reads steadily was cut off after " + steady.get() + " bytes");
        }
        System.out.println("slow-clients: others were served, and who reads steadily got all");
    }

    private void attack(Way way) throws Exception {
        List<Socket> slow = new ArrayList<>();
        Duration worst = Duration.ZERO;
        int asked = 0;
        try {
            for (int i = 0; i < clients; i++) {
                slow.add(open());
                slow.get(i).getOutputStream().write(way.beginning.getBytes(StandardCharsets.ISO_8859_1));
            }
            long end = System.nanoTime() + EACH.toNanos();
            long nextDrop = System.nanoTime();
            while (System.nanoTime() < end) {
                if (System.nanoTime() >= nextDrop) {
                    slow.forEach(socket -> drip(socket, way));
                    nextDrop = System.nanoTime() + Duration.ofSeconds(5).toNanos();
                }
                long start = System.nanoTime();
                ask("admin", "PUT", "/files/served", new byte[] {1});
                ask("admin", "GET", "/files/served", new byte[0]);
                ask("admin", "PROPFIND", "/files/served", new byte[0]);
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                worst = took.compareTo(worst) > 0 ? took : worst;
                asked += 3;
                Thread.sleep(100);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        System.out.printf(
                "%s: %d slow clients, %d requests of others, the slowest three together took %d ms%n",
                way, clients, asked, worst.toMillis());
        if (worst.compareTo(PATIENCE) > 0) {
            throw new IllegalStateException("Others had to wait");
        }
    }

    /** A little more in one direction; a server that has given the client up already is no failure. */
    private static void drip(Socket socket, Way way) {
        try {
            socket.getOutputStream().write(way.drop.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            if (in.available() > 0) {
                in.read(new byte[16]);
            }
        } catch (IOException e) {
            closeQuietly(socket);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int readSteadily() {
        try (Socket socket = open()) {
            socket.setSoTimeout(60_000);
            String request = Way.ANSWER.beginning.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
                    .replace(authorization("writer"), authorization("reader"));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            int head = 0;
            InputStream in = socket.getInputStream();
            for (int matched = 0; matched < 4; head++) {
                int next = in.read();
                matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
            }
            int total = 0;
            byte[] piece = new byte[STEADY_BYTES_PER_SECOND / 10];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                total += read;
                Thread.sleep(100);
            }
            return total;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Socket open() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private void ask(String user, String method, String path, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", authorization(user))
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " was answered " + answer.statusCode());
        }
    }

    private static String authorization(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }
}

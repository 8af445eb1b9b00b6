import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

/**
 * Connections by the thousand that stall in every way there is, from nobody and from one user, and another user who wants
 * to be served meanwhile: each request of hers within a second.
 *
 * <p>Usage: java [-Dseconds=N] Availability.java PORT CONNECTIONS [SHAPE], with a server at PORT on loopback. Each shape takes
 * 40 seconds unless told: longer than the server's patience with clients that stand still.
 */
public final class Availability {

    private static final int LARGE = 8 << 20;
    private static final int WARMING_UP = 3_000;
    private static final String LARGE_FILE = "/files/availability-large";
    private static final String SERVED = "/files/availability-served";
    private static final Duration EACH = Duration.ofSeconds(Integer.getInteger("seconds", 40));
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String HOST = " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    private static final String USER = "Authorization: " + authorization("writer") + "\r\n";
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    /** What a frame of HTTP/2 is, with no payload but the given one, for stream 0. */
    private static String frame(int type, int flags, int stream, String payload) {
        int length = payload.length();
        return "" + (char) (length >> 16) + (char) (length >> 8 & 255) + (char) (length & 255) + (char) type
                + (char) flags + (char) (stream >> 24) + (char) (stream >> 16 & 255) + (char) (stream >> 8 & 255)
                + (char) (stream & 255) + payload;
    }

    /** SETTINGS with an initial window of 0. */
    private static final String CLOSED_WINDOW = frame(4, 0, 0, "\0\4\0\0\0\0");

    /** GET / over http, by indexes of the static table, with an authority. */
    private static String streams(int count) {
        StringBuilder frames = new StringBuilder();
        for (int i = 0; i < count; i++) {
            frames.append(frame(1, 5, 2 * i + 1, "\u0082\u0086\u0084\u0041\u0009127.0.0.1"));
        }
        return frames.toString();
    }

    private static String resets(int count) {
        StringBuilder frames = new StringBuilder();
        for (int i = 0; i < count; i++) {
            frames.append(frame(1, 5, 2 * i + 1, "\u0082\u0086\u0084\u0041\u0009127.0.0.1"))
                    .append(frame(3, 0, 2 * i + 1, "\0\0\0\u0008"));
        }
        return frames.toString();
    }

    /** A way to stall: how a connection begins, and what it sends now and then. */
    private enum Shape {
        HEADS("GET /files/" + HOST, "X-Slow: 1\r\n"),
        LONG_HEADS("GET /files/" + HOST + "X-Long: " + "a".repeat(100_000), "a"),
        BODIES_OF_NOBODY("PUT /files/availability-body" + HOST + "Content-Length: 1000000\r\n\r\n", "x"),
        CHUNKS_OF_NOBODY("PUT /files/availability-body" + HOST + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"),
        BODIES_OF_USER("PUT /files/availability-body" + HOST + USER + "Content-Length: 1000000\r\n\r\n", "x"),
        CHUNKS_OF_USER(
                "PUT /files/availability-body" + HOST + USER + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"),
        DOCUMENTS_OF_USER("PROPFIND /files/" + HOST + USER + "Depth: 1\r\nContent-Length: 10000\r\n\r\n<a>", "x"),
        ANSWERS_OF_USER("GET " + LARGE_FILE + HOST + USER + "\r\n", ""),
        LISTINGS_OF_USER(("PROPFIND /files/" + HOST + USER + "Depth: 1\r\n\r\n").repeat(200), ""),
        REFUSALS(("GET /files/" + HOST + "\r\n").repeat(400), ""),
        BAD_REQUESTS(("GET /files/%zz" + HOST + USER + "\r\n").repeat(300), ""),
        MISSING_ANSWERS(("HEAD /files/none" + HOST + USER + "\r\n").repeat(400), ""),
        H2_WINDOWS(PREFACE + CLOSED_WINDOW + streams(300), frame(6, 0, 0, "\0\0\0\0\0\0\0\0")),
        H2_PINGS(PREFACE + frame(4, 0, 0, "") + frame(6, 0, 0, "\0\0\0\0\0\0\0\0").repeat(1_000), ""),
        H2_RESETS(PREFACE + frame(4, 0, 0, "") + resets(300), ""),
        H2_HEADS(PREFACE + frame(4, 0, 0, "") + frame(1, 1, 1, "\u0082\u0086"), frame(9, 0, 1, "\u0084")),
        H2_UPGRADES(
                "GET /" + HOST + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAQAAAAA\r\n\r\n"
                        + PREFACE + CLOSED_WINDOW + streams(300),
                "");

        private final byte[] beginning;
        private final byte[] drop;

        Shape(String beginning, String drop) {
            this.beginning = beginning.getBytes(StandardCharsets.ISO_8859_1);
            this.drop = drop.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final int connections;

    private Availability(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    public static void main(String[] arguments) throws Exception {
        Availability test = new Availability(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        test.ask("writer", "PUT", LARGE_FILE, new byte[LARGE]);
        test.ask("admin", "PUT", SERVED, new byte[] {1});
        test.warmUp();
        List<Shape> waited = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            boolean chosen = arguments.length < 3 || arguments[2].equals(shape.name());
            if (chosen && test.attack(shape).compareTo(PATIENCE) > 0) {
                waited.add(shape);
            }
        }
        if (!waited.isEmpty()) {
            throw new IllegalStateException("Others had to wait: " + waited);
        }
        System.out.println("availability: every request of another user was answered within a second");
    }

    /** Has the server's code compiled first: what is measured is who waits for whom. */
    private void warmUp() throws IOException, InterruptedException {
        for (int i = 0; i < WARMING_UP; i++) {
            ask("admin", "PUT", SERVED, new byte[] {1});
            ask("writer", "PROPFIND", SERVED, new byte[0]);
            http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/files/"))
                            .build(),
                    BodyHandlers.discarding());
        }
    }

    /** Lets the connections stall, and returns how long another user's slowest request took. */
    private Duration attack(Shape shape) throws Exception {
        List<Socket> stalled = new ArrayList<>();
        Duration worst = Duration.ZERO;
        int asked = 0;
        Thread opening = new Thread(() -> open(stalled, shape));
        opening.start();
        long end = System.nanoTime() + EACH.toNanos();
        long nextDrop = System.nanoTime();
        try {
            while (System.nanoTime() < end) {
                if (System.nanoTime() >= nextDrop && !opening.isAlive()) {
                    if (shape.drop.length > 0) {
                        stalled.forEach(socket -> send(socket, shape.drop));
                    }
                    nextDrop = System.nanoTime() + Duration.ofSeconds(5).toNanos();
                }
                worst = longest(worst, ask("admin", "PUT", SERVED, new byte[] {1}));
                worst = longest(worst, ask("admin", "GET", SERVED, new byte[0]));
                worst = longest(worst, ask("admin", "PROPFIND", SERVED, new byte[0]));
                asked += 3;
                Thread.sleep(50);
            }
        } finally {
            opening.join();
            for (Socket socket : stalled) {
                socket.close();
            }
        }
        System.out.printf(
                "%-18s %d connections, %d requests of another user, the slowest took %d ms%n",
                shape, stalled.size(), asked, worst.toMillis());
        return worst;
    }

    private void open(List<Socket> stalled, Shape shape) {
        for (int i = 0; i < connections; i++) {
            Socket socket = new Socket();
            try {
                socket.setReceiveBufferSize(4_096);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                throw new IllegalStateException("The server takes no more connections", e);
            }
            stalled.add(socket);
            Thread sender = new Thread(() -> send(socket, shape.beginning));
            sender.setDaemon(true);
            sender.start();
        }
    }

    /** Sends as much as the server takes; one that has given the connection up already is no failure. */
    private static void send(Socket socket, byte[] bytes) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            InputStream in = socket.getInputStream();
            if (bytes.length < 100 && in.available() > 0) {
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

    private Duration ask(String user, String method, String path, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", authorization(user))
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
        long start = System.nanoTime();
        HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " was answered " + answer.statusCode());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String authorization(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }
}

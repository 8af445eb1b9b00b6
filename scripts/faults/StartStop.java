import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;

/**
 * Asks a server for a collection that it has, without pause, from before it starts until after it has stopped, and counts
 * the answers. While it starts a 404 is a failure; while it stops WildFly has some milliseconds in which it gives one,
 * which are only counted.
 *
 * <p>Usage: java StartStop.java ROUNDS PORT COMMAND... where COMMAND starts a server in the foreground at PORT.
 */
public final class StartStop {

    private static final int CLIENTS = 4;
    private static final byte[] REQUEST = ("GET /files/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Basic "
                    + Base64.getEncoder().encodeToString("reader:reader".getBytes(StandardCharsets.UTF_8)) + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);

    private final int port;
    private final ProcessBuilder command;

    /** The answers by phase and status. */
    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();

    private volatile boolean ready;
    private volatile boolean over;

    private StartStop(int port, String[] command) {
        this.port = port;
        this.command = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        StartStop test =
                new StartStop(Integer.parseInt(arguments[1]), Arrays.copyOfRange(arguments, 2, arguments.length));
        for (int round = 0; round < rounds; round++) {
            test.round();
        }
        test.answers.forEach((answer, count) -> System.out.println(answer + " " + count));
        if (test.answers.containsKey("starting 404") || !test.answers.containsKey("stopping 200")) {
            System.err.println("start-stop: a starting server said that something is missing, or never answered");
            System.exit(1);
        }
    }

    private void round() throws IOException, InterruptedException {
        ready = false;
        over = false;
        Process server = command.start();
        try {
            Thread[] clients = new Thread[CLIENTS];
            for (int i = 0; i < CLIENTS; i++) {
                clients[i] = new Thread(this::ask);
                clients[i].start();
            }
            while (!ready && server.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            TimeUnit.SECONDS.sleep(1);
            server.destroy();
            server.waitFor(60, TimeUnit.SECONDS);
            over = true;
            for (Thread client : clients) {
                client.join();
            }
        } finally {
            server.destroyForcibly();
        }
    }

    private void ask() {
        while (!over) {
            boolean wasReady = ready;
            String status = status();
            if (!status.isEmpty()) {
                answers.merge((wasReady ? "stopping " : "starting ") + status, 1, Integer::sum);
                ready |= status.equals("200");
            }
        }
    }

    /** The status of an answer; nothing when there was none. */
    private String status() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(REQUEST);
            InputStream in = socket.getInputStream();
            byte[] line = in.readNBytes("HTTP/1.1 200".length());
            return new String(line, StandardCharsets.ISO_8859_1).replace("HTTP/1.1 ", "");
        } catch (IOException e) {
            // Nobody listens yet, or not any more.
            return "";
        }
    }
}

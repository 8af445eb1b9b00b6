package io.tidemark.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Loads the classes that commands need, for {@code scripts/tidemark} to write a shared archive of them. It talks to a server in this
 * process, which lists an empty folder, and leaves nothing behind.
 */
public final class Training {

    private static final byte[] LISTING = ("<D:multistatus"
                    + " xmlns:D=\"DAV:\"><D:response><D:href>/files/a</D:href><D:propstat><D:prop><D:resourcetype/><D:getlastmodified>Sun,"
                    + " 22 Nov 2026 12:37:32 GMT</D:getlastmodified></D:prop><D:status>HTTP/1.1 200"
                    + " OK</D:status></D:propstat></D:response></D:multistatus>")
            .getBytes(StandardCharsets.UTF_8);

    private Training() {}

    /** Runs some commands, and ends. */
    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(207, LISTING.length);
                exchange.getResponseBody().write(LISTING);
            }
        });
        server.start();
        Path home = Files.createTempDirectory("tidemark");
        try {
            Surroundings surroundings = new Surroundings(
                    InputStream.nullInputStream(),
                    new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                    new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                    Map.of(),
                    false,
                    home,
                    Clock.system(ZoneId.systemDefault()));
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/files/";
            Login login = new Login("here", url, "nobody", "nothing", "");
            new Logins(surroundings.configuration())
                    .change(saved -> new Logins.Saved(new TreeMap<>(Map.of("here", login)), "here"));
            for (List<String> command : List.of(List.of("--help"), List.of("ls", "-l"), List.of("ls", "--json"))) {
                Tidemark.run(surroundings, command.toArray(String[]::new));
            }
        } finally {
            server.stop(0);
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        System.exit(0);
    }
}

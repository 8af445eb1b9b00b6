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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills a server with SIGKILL while it restores a folder to one of two states and back, again and again, and looks
 * afterwards: the folder must be in one of the two, and in that which was answered.
 *
 * <p>Usage: java KilledRestore.java ROUNDS PORT COMMAND... where COMMAND starts a server in the foreground at PORT.
 */
public final class KilledRestore {

    private static final int FILES = 200;
    private static final int MOST_MILLIS = 4_000;
    private static final Pattern HREF = Pattern.compile("<D:href>([^<]+)</D:href>.*?<D:getetag>([^<]+)</D:getetag>");
    private static final Pattern TOKEN = Pattern.compile("<D:sync-token>([^<]+)</D:sync-token>");
    private static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString("writer:writer".getBytes());

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String folder;
    private final ProcessBuilder command;

    /** How the folder was at a token: the tag of each file. */
    private record State(String token, Map<String, String> tags) {}

    private KilledRestore(int port, String[] command) {
        this.folder = "http://127.0.0.1:" + port + "/files/restored/";
        this.command = new ProcessBuilder(command).redirectErrorStream(true);
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        KilledRestore test = new KilledRestore(port, Arrays.copyOfRange(arguments, 2, arguments.length));
        Process server = test.start();
        List<State> states = test.write();
        Random random = new Random();
        int whole = 0;
        int at = 1;
        for (int round = 1; round <= rounds; round++) {
            State wanted = states.get(1 - at);
            CompletableFuture<Integer> answer = test.restore(wanted);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_MILLIS));
            server.destroyForcibly();
            boolean answered = isAnswered(answer);
            server.waitFor();
            server = test.start();
            Map<String, String> found = test.tags();
            boolean done = found.equals(wanted.tags());
            if (!done && (answered || !found.equals(states.get(at).tags()))) {
                throw new IllegalStateException("The folder is half what it was: " + found.size() + " files");
            }
            at = done ? 1 - at : at;
            whole += done ? 1 : 0;
            System.out.printf("round %d: %s%n", round, answered ? "answered" : done ? "done" : "undone");
        }
        server.destroy();
        server.waitFor(30, TimeUnit.SECONDS);
        System.out.printf("%d rounds, %d restores done, the others undone: nothing half done%n", rounds, whole);
    }

    private static boolean isAnswered(CompletableFuture<Integer> answer) {
        try {
            int status = answer.join();
            if (status != 200) {
                throw new IllegalStateException("A restore answered " + status);
            }
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    /** Two states of the folder, which is left in the second: of four files one stays, one changes, one goes, one comes. */
    private List<State> write() throws Exception {
        send("MKCOL", "", "");
        send("VERSION", "", "");
        for (int i = 0; i < FILES; i++) {
            if (i % 4 != 3) {
                send("PUT", "f" + i, "one " + i);
            }
        }
        State one = state();
        for (int i = 0; i < FILES; i++) {
            switch (i % 4) {
                case 1 -> send("PUT", "f" + i, "two " + i);
                case 2 -> send("DELETE", "f" + i, "");
                case 3 -> send("PUT", "f" + i, "came " + i);
                default -> {}
            }
        }
        return List.of(one, state());
    }

    private State state() throws Exception {
        String answer = send(
                        "PROPFIND", "", "<D:propfind xmlns:D='DAV:'><D:prop><D:sync-token/></D:prop></D:propfind>")
                .body();
        Matcher token = TOKEN.matcher(answer);
        if (!token.find()) {
            throw new IllegalStateException(answer);
        }
        return new State(token.group(1), tags());
    }

    private Map<String, String> tags() throws Exception {
        String answer = send(
                        "REPORT",
                        "",
                        "<D:sync-collection xmlns:D='DAV:'><D:sync-token/><D:sync-level>1</D:sync-level>"
                                + "<D:prop><D:getetag/></D:prop></D:sync-collection>")
                .body();
        Map<String, String> tags = new TreeMap<>();
        Matcher found = HREF.matcher(answer.replace("\n", ""));
        while (found.find()) {
            tags.put(found.group(1), found.group(2));
        }
        return tags;
    }

    private CompletableFuture<Integer> restore(State state) {
        String body = "<T:restore xmlns:T='urn:tidemark:dav' xmlns:D='DAV:'><T:to><D:sync-token>" + state.token()
                + "</D:sync-token></T:to></T:restore>";
        return http.sendAsync(request("POST", "", body), BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    private Process start() throws Exception {
        command.redirectOutput(Path.of(System.getProperty("log", "kill9.log")).toFile());
        Process server = command.start();
        for (int i = 0; i < 120; i++) {
            TimeUnit.MILLISECONDS.sleep(500);
            try {
                if (http.send(request("OPTIONS", "../", ""), BodyHandlers.discarding()).statusCode() == 200) {
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

    private HttpResponse<String> send(String method, String name, String body) throws Exception {
        HttpResponse<String> answer = http.send(request(method, name, body), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " " + name + " answered " + answer.statusCode());
        }
        return answer;
    }

    private HttpRequest request(String method, String name, String body) {
        return HttpRequest.newBuilder(URI.create(folder).resolve(name))
                .header("Authorization", AUTHORIZATION)
                .header("Content-Type", method.equals("PUT") ? "text/plain" : "application/xml")
                .timeout(Duration.ofSeconds(60))
                .method(method, BodyPublishers.ofString(body))
                .build();
    }
}

package io.tidemark.harness;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The Keycloak that the build unpacked, with the realm of {@code keycloak/tidemark-realm.json}, new for each run. */
public final class Keycloak implements AutoCloseable {
    /** Tidemark's secret, in the realm. */
    public static final String CLIENT_SECRET = "tidemark-client-secret";

    private static final String ADMINISTRATOR = "keycloak";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ServerProcess process;
    private final String url;

    private Keycloak(ServerProcess process, String url) {
        this.process = process;
        this.url = url;
    }

    public static Keycloak start() throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("it.keycloak"));
        Directories.empty(home.resolve("data/h2"));
        Directories.empty(home.resolve("data/import"));
        Files.copy(
                Path.of("src/test/resources/keycloak/tidemark-realm.json"),
                home.resolve("data/import/tidemark-realm.json"));
        int port = ServerProcess.freePort();
        int management = ServerProcess.freePort();
        var command = List.of(
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + management);
        var environment = Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMINISTRATOR,
                "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        Path log = Path.of(System.getProperty("it.directory"), "keycloak.log");
        return new Keycloak(
                ServerProcess.start(command, environment, "Listening on:", log), "http://127.0.0.1:" + port);
    }

    /** The provider URL of the realm. */
    public String realm() {
        return url + "/realms/tidemark";
    }

    /** An access token of a user, whose password is its name, for one of the realm's clients. */
    public String token(String user, String client) throws IOException, InterruptedException {
        return token(
                "tidemark",
                Map.of(
                        "grant_type", "password",
                        "client_id", client,
                        "client_secret", CLIENT_SECRET,
                        "username", user,
                        "password", user));
    }

    /** Bars a user. */
    public void disable(String user) throws IOException, InterruptedException {
        var users = URI.create(url + "/admin/realms/tidemark/users?exact=true&username=" + user);
        String id = found(ID, administer(HttpRequest.newBuilder(users)));
        var one = URI.create(url + "/admin/realms/tidemark/users/" + id);
        administer(HttpRequest.newBuilder(one)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"enabled\": false}")));
    }

    private String administer(HttpRequest.Builder request) throws IOException, InterruptedException {
        String token = token(
                "master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        ADMINISTRATOR,
                        "password",
                        ADMINISTRATOR));
        return send(request.header("Authorization", "Bearer " + token));
    }

    private String token(String realm, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var endpoint = URI.create(url + "/realms/" + realm + "/protocol/openid-connect/token");
        return found(
                TOKEN,
                send(HttpRequest.newBuilder(endpoint)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("Keycloak answers " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String found(Pattern pattern, String text) throws IOException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("Keycloak answers " + text);
        }
        return found.group(1);
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}

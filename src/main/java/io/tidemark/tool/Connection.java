package io.tidemark.tool;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** How every command line talks to a server: as one user, by HTTP/1.1, without following redirects. For several threads. */
public final class Connection {

    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    static {
        // A connection that has been idle longer may just be closed by the server, or by a proxy before it.
        System.setProperty("jdk.httpclient.keepalive.timeout", "15");
    }

    private final String agent;
    private final Optional<String> authorization;
    private final HttpClient client = HttpClient.newBuilder()
            // An upgrade to HTTP/2 is of no use here, and a redirect would carry the password elsewhere.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    /**
     * Connects nothing yet.
     *
     * @param agent what {@code User-Agent} says
     * @param user empty for nobody
     */
    public Connection(String agent, String user, String password) {
        this.agent = agent;
        this.authorization = user.isEmpty()
                ? Optional.empty()
                : Optional.of("Basic "
                        + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8)));
    }

    /** Begins a request. Its answer must begin within two minutes, unless another {@code timeout} is set. */
    public HttpRequest.Builder request(URI url) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).timeout(ANSWER).header("User-Agent", agent);
        authorization.ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    /**
     * Sends a request, once. Its body must be closed, and is best read through a {@link GuardedStream}.
     *
     * @throws TransientException when there is no answer
     */
    public HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new TransientException(request.method() + " of " + request.uri() + ": " + reason, e);
        }
    }
}

package io.tidemark.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * An HTTP client for tests, as one user of the server under test: {@code Dav.as("writer").request("MKCOL",
 * "/a").send().expect(201)}. What HTTP forbids a client to say, {@link Wire} says.
 */
public final class Dav {
    /** Tests that run inside the server know its port under the server's own name for it. */
    public static final int PORT = Integer.getInteger("it.http-port", Integer.getInteger("jboss.http.port", 8080));

    private static final HttpClient HTTP;

    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,expect");
        HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private final Optional<String> authorization;
    private final int port;

    private Dav(Optional<String> authorization, int port) {
        this.authorization = authorization;
        this.port = port;
    }

    /** One of the try-out users, whose passwords are their names. */
    public static Dav as(String user) {
        return with(basic(user, user));
    }

    /** Whoever an {@code Authorization} header says. */
    public static Dav with(String authorization) {
        return new Dav(Optional.of(authorization), PORT);
    }

    public static Dav anonymous() {
        return new Dav(Optional.empty(), PORT);
    }

    /** The same at another server on this machine. */
    public Dav at(int otherPort) {
        return new Dav(authorization, otherPort);
    }

    /** The value of an {@code Authorization} header. */
    public static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** The absolute URL of a path on the server, as {@code Destination} and {@code If} want it. */
    public static String url(String path) {
        return url(PORT, path);
    }

    private static String url(int port, String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** A request; {@code path} goes out as it stands, so it is percent-encoded already. */
    public Request request(String method, String path) {
        return new Request(method, path);
    }

    public Request get(String path) {
        return request("GET", path);
    }

    public Request put(String path, String body) {
        return request("PUT", path).body(body);
    }

    /** A request that is being put together. */
    public final class Request {
        private final String method;
        private final HttpRequest.Builder builder;
        private BodyPublisher body = BodyPublishers.noBody();

        private Request(String method, String path) {
            this.method = method;
            builder = HttpRequest.newBuilder(URI.create(url(port, path))).timeout(Duration.ofMinutes(1));
            authorization.ifPresent(value -> builder.header("Authorization", value));
        }

        public Request header(String name, String value) {
            builder.header(name, value);
            return this;
        }

        public Request body(String text) {
            return body(BodyPublishers.ofString(text));
        }

        public Request body(byte[] bytes) {
            return body(BodyPublishers.ofByteArray(bytes));
        }

        /** A body of another kind, a file or a stream; one of unknown length goes out chunked. */
        public Request body(BodyPublisher publisher) {
            body = publisher;
            return this;
        }

        public Answer send() {
            HttpRequest request = builder.method(method, body).build();
            try {
                return new Answer(HTTP.send(request, BodyHandlers.ofByteArray()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}

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
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** The server, as the mirror talks to it: reports and contents. Each call is one try. For several threads. */
final class Remote {

    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final CollectionUrl collection;
    private final Optional<String> authorization;
    private final HttpClient client = HttpClient.newBuilder()
            // An upgrade to HTTP/2 is of no use here, and a redirect would carry the password elsewhere.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    Remote(CollectionUrl collection, String user, String password) {
        this.collection = collection;
        this.authorization = user.isEmpty()
                ? Optional.empty()
                : Optional.of("Basic "
                        + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Asks for what changed (RFC 6578, section 3.2).
     *
     * @param path of the collection
     * @param token empty for everything
     * @param limit the most members that the answer may have; 0 for no limit
     * @throws TransientException when a later try may succeed
     * @throws RefusedException for any other status than 207
     */
    SyncPage report(String path, String token, int limit) throws IOException, InterruptedException {
        String body = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                + "<sync-collection xmlns=\"DAV:\"><sync-token>" + escaped(token)
                + "</sync-token><sync-level>infinite</sync-level>"
                + (limit > 0 ? "<limit><nresults>" + limit + "</nresults></limit>" : "")
                + "<prop><resourcetype/><getetag/><getlastmodified/><resource-id/></prop></sync-collection>";
        URI url = collection.member(path, true);
        HttpResponse<InputStream> response = send(request(url)
                .header("Content-Type", "application/xml; charset=utf-8")
                .header("Depth", "0")
                .method("REPORT", HttpRequest.BodyPublishers.ofString(body))
                .build());
        try (InputStream in = new GuardedStream(response.body())) {
            expect(response, in, 207, "REPORT", url);
            SyncPage page = MultistatusParser.parse(in);
            if (page.token().isEmpty()) {
                throw new RefusedException("REPORT of " + url + ": the answer has no sync-token.", 207, Set.of());
            }
            return page;
        } catch (XMLStreamException e) {
            throw new TransientException("REPORT of " + url + ": the answer is cut off or malformed.", e);
        }
    }

    /** What to do with a content. */
    interface Receiver<T> {
        T receive(HttpResponse<?> response, InputStream body) throws IOException;
    }

    /**
     * Fetches a content.
     *
     * @throws TransientException when a later try may succeed, also from the reads of the body
     * @throws RefusedException for any other status than 200
     */
    <T> T get(String path, Receiver<T> receiver) throws IOException, InterruptedException {
        URI url = collection.member(path, false);
        HttpResponse<InputStream> response = send(request(url).GET().build());
        try (InputStream in = new GuardedStream(response.body())) {
            expect(response, in, 200, "GET", url);
            return receiver.receive(response, in);
        }
    }

    private HttpRequest.Builder request(URI url) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).timeout(ANSWER).header("User-Agent", "tidemark-mirror");
        authorization.ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new TransientException(request.method() + " of " + request.uri() + ": " + reason, e);
        }
    }

    private static void expect(HttpResponse<?> response, InputStream body, int status, String method, URI url)
            throws IOException {
        int code = response.statusCode();
        if (code == status) {
            return;
        }
        String message = method + " of " + url + ": the server answered " + code;
        // 507 as a report's whole answer is about its limit (RFC 6578, section 3.6) and does not pass.
        if ((code >= 500 && code != 501 && code != 507) || code == 429 || code == 408) {
            throw new TransientException(message, null);
        }
        throw new RefusedException(message, code, MultistatusParser.conditions(body));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

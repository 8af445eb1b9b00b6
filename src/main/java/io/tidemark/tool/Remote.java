package io.tidemark.tool;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** The server, as the mirror talks to it: reports and contents. Each call is one try. For several threads. */
public final class Remote {

    private static final String VERSIONS = "<propfind xmlns=\"DAV:\"><prop><lastcheckin/><author/><revisioncomment/>"
            + "<revisionlabel/><branchid/><getetag/></prop></propfind>";

    private final CollectionUrl collection;
    private final Connection connection;

    Remote(CollectionUrl collection, String user, String password) {
        this(collection, new Connection("tidemark-mirror", user, password));
    }

    /** Talks about a collection as somebody. */
    public Remote(CollectionUrl collection, Connection connection) {
        this.collection = collection;
        this.connection = connection;
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
        return report(path, token, limit, 0);
    }

    /**
     * The same, where the server may wait until something changes.
     *
     * @param seconds how long at most; 0 for not at all
     * @throws TransientException when a later try may succeed
     * @throws RefusedException for any other status than 207
     */
    public SyncPage report(String path, String token, int limit, int seconds) throws IOException, InterruptedException {
        String body = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                + "<sync-collection xmlns=\"DAV:\"><sync-token>" + XmlText.escaped(token)
                + "</sync-token><sync-level>infinite</sync-level>"
                + (limit > 0 ? "<limit><nresults>" + limit + "</nresults></limit>" : "")
                + "<prop><resourcetype/><getetag/><getlastmodified/><resource-id/></prop></sync-collection>";
        URI url = collection.member(path, true);
        HttpRequest.Builder request = request(url)
                .header("Content-Type", "application/xml; charset=utf-8")
                .header("Depth", "0")
                .method("REPORT", HttpRequest.BodyPublishers.ofString(body));
        if (seconds > 0) {
            request.header("Prefer", "wait=" + seconds);
        }
        HttpResponse<InputStream> response = send(request.build());
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

    /**
     * Asks for something that has no answer to read.
     *
     * @return the answer, which is closed
     * @throws TransientException when it is not known whether the server did it
     * @throws RefusedException for any other status than 200, 201 and 204
     */
    public HttpResponse<?> run(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = send(request);
        try (InputStream in = new GuardedStream(response.body())) {
            int status = response.statusCode();
            if (status != 200 && status != 201 && status != 204) {
                expect(response, in, 200, request.method(), request.uri());
            }
            return response;
        }
    }

    /** What to do with a content. */
    public interface Receiver<T> {
        T receive(HttpResponse<?> response, InputStream body) throws IOException;
    }

    /**
     * Fetches a content.
     *
     * @throws TransientException when a later try may succeed, also from the reads of the body
     * @throws RefusedException for any other status than 200
     */
    public <T> T get(String path, Receiver<T> receiver) throws IOException, InterruptedException {
        return get(collection.member(path, false), receiver);
    }

    /** The same of any URL of the server. */
    <T> T get(URI url, Receiver<T> receiver) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = send(request(url).GET().build());
        try (InputStream in = new GuardedStream(response.body())) {
            expect(response, in, 200, "GET", url);
            return receiver.receive(response, in);
        }
    }

    /**
     * What is known of each version of a file, oldest first: properties by their local names, and the {@code href}. None of a
     * file that is under no version control.
     *
     * @throws TransientException when a later try may succeed
     * @throws RefusedException for any other status than 207
     */
    List<Map<String, String>> versions(URI file) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = send(request(file)
                .header("Content-Type", "application/xml; charset=utf-8")
                .header("Depth", "0")
                .header("Revision-Id", "*")
                .method("PROPFIND", HttpRequest.BodyPublishers.ofString(VERSIONS))
                .build());
        try (InputStream in = new GuardedStream(response.body())) {
            if (response.statusCode() == 404 && MultistatusParser.conditions(in).contains("no-such-revision")) {
                return List.of();
            }
            expect(response, in, 207, "PROPFIND", file);
            return MultistatusParser.properties(in);
        } catch (XMLStreamException e) {
            throw new TransientException("PROPFIND of " + file + ": the answer is cut off or malformed.", e);
        }
    }

    /**
     * Searches (RFC 5323, section 2).
     *
     * @param body the {@code DAV:searchrequest}
     * @throws TransientException when a later try may succeed
     * @throws RefusedException for any other status than 207
     */
    Search.Page search(URI scope, String body) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = send(request(scope)
                .header("Content-Type", "application/xml; charset=utf-8")
                .method("SEARCH", HttpRequest.BodyPublishers.ofString(body))
                .build());
        try (InputStream in = new GuardedStream(response.body())) {
            expect(response, in, 207, "SEARCH", scope);
            return Search.Page.of(
                    MultistatusParser.properties(in), response.headers().firstValue("Tidemark-Contents-Known"));
        } catch (XMLStreamException e) {
            throw new TransientException("SEARCH of " + scope + ": the answer is cut off or malformed.", e);
        }
    }

    private HttpRequest.Builder request(URI url) {
        return connection.request(url);
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        return connection.send(request);
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
}

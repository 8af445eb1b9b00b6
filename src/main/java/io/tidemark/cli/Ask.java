package io.tidemark.cli;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A request that is being put together, with what it is about in the user's words. */
final class Ask {

    private static final String NAMESPACES = " xmlns:D=\"DAV:\" xmlns:T=\"urn:tidemark:dav\"";

    private final String method;
    private final URI url;
    private final String about;
    private final List<String> headers = new ArrayList<>();
    private BodyPublisher body = BodyPublishers.noBody();
    private Set<Integer> expected = Set.of(200, 201, 204);

    /**
     * Begins one.
     *
     * @param about what messages call the resource
     */
    Ask(String method, URI url, String about) {
        this.method = method;
        this.url = url;
        this.about = about;
    }

    Ask header(String name, String value) {
        headers.add(name);
        headers.add(value);
        return this;
    }

    /** With a body of one element; the prefixes {@code D} and {@code T} are bound in it. */
    Ask xml(String element, String content) {
        return xml(element, content, "");
    }

    /** The same, with attributes. */
    Ask xml(String element, String content, String attributes) {
        header("Content-Type", "application/xml; charset=utf-8");
        return body(BodyPublishers.ofString("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<" + element + NAMESPACES + ' '
                + attributes + '>' + content + "</" + element + '>'));
    }

    Ask body(BodyPublisher publisher) {
        body = publisher;
        return this;
    }

    /** Which statuses are a success; 200, 201 and 204 unless told. */
    Ask expect(Integer... statuses) {
        expected = Set.of(statuses);
        return this;
    }

    String method() {
        return method;
    }

    URI url() {
        return url;
    }

    String about() {
        return about;
    }

    String[] headers() {
        return headers.toArray(String[]::new);
    }

    BodyPublisher body() {
        return body;
    }

    boolean expects(int status) {
        return expected.contains(status);
    }
}

package io.tidemark.cli;

import io.tidemark.tool.CollectionUrl;
import io.tidemark.tool.Connection;
import io.tidemark.tool.TransientException;
import io.tidemark.tool.UnsafeNameException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One server, as the user that has logged in there. */
final class Session {

    // Java's limit is on all that comes before the answer, and a large upload may take long.
    private static final Duration UPLOAD = Duration.ofDays(7);

    private final Login login;
    private final Memory memory;
    private final CollectionUrl base;
    private final Connection connection;

    Session(Login login, Memory memory) {
        this.login = login;
        this.memory = memory;
        this.base = CollectionUrl.of(login.url());
        this.connection = new Connection("tidemark", login.user(), login.secret());
    }

    Login login() {
        return login;
    }

    Memory memory() {
        return memory;
    }

    URI url(Place place) {
        return base.member(place.path(), place.folder());
    }

    /** The URL of a path of this server that an answer gives. */
    URI at(String href) {
        return base.at(href);
    }

    /** How people call what an answer's {@code href} names: below the login's URL if it is there. */
    String shown(String href) {
        return Output.shown(plain(href));
    }

    /** The same for programs. */
    String plain(String href) {
        try {
            String path = base.path(href);
            return '/' + path + (href.endsWith("/") && !path.isEmpty() ? "/" : "");
        } catch (UnsafeNameException e) {
            return href;
        }
    }

    /**
     * The names below a folder that a member's {@code href} adds, of which none leads out of a local directory.
     *
     * @throws UnsafeNameException when one would, or it is no member
     */
    String below(URI folder, String href) throws UnsafeNameException {
        return CollectionUrl.of(folder.toString()).path(href);
    }

    Ask ask(String method, Place place) {
        return new Ask(method, url(place), place.toString());
    }

    /** A PROPFIND of these properties, each with its prefix. */
    Ask propfind(Place place, int depth, String... properties) {
        StringBuilder wanted = new StringBuilder("<D:prop>");
        for (String property : properties) {
            wanted.append('<').append(property).append("/>");
        }
        return ask("PROPFIND", place)
                .header("Depth", Integer.toString(depth))
                .xml("D:propfind", wanted + "</D:prop>")
                .expect(207);
    }

    /**
     * Asks.
     *
     * @throws FailedException for a status that is not expected
     */
    Reply send(Ask ask) throws IOException, InterruptedException {
        Reply reply = attempt(ask);
        if (ask.expects(reply.status())) {
            return reply;
        }
        try (reply) {
            throw Refusals.of(ask, reply, this);
        }
    }

    /** Asks for what has no answer to read. */
    void run(Ask ask) throws IOException, InterruptedException {
        send(ask).close();
    }

    private Reply attempt(Ask ask) throws IOException, InterruptedException {
        HttpRequest.Builder request = connection.request(ask.url()).method(ask.method(), ask.body());
        if (ask.method().equals("PUT")) {
            request.timeout(UPLOAD);
        }
        if (ask.headers().length > 0) {
            request.headers(ask.headers());
        }
        try {
            HttpResponse<InputStream> response = connection.send(request.build());
            return Reply.of(response);
        } catch (TransientException e) {
            throw Refusals.unreachable(e, login.url());
        }
    }

    /** Submits the tokens of locks that were taken here and stand in the way of a write; whether they still hold does not matter. */
    Ask unlocked(Ask ask, Place... written) throws IOException {
        StringBuilder lists = new StringBuilder();
        for (Map.Entry<String, String> lock : memory.locks(login.name()).entrySet()) {
            for (Place place : written) {
                if (touches(lock.getKey(), url(place).toString())) {
                    lists.append(lists.length() == 0 ? "" : " ")
                            .append('<')
                            .append(lock.getKey())
                            .append("> (<")
                            .append(lock.getValue())
                            .append(">) (Not <DAV:no-lock>)");
                    break;
                }
            }
        }
        return lists.length() == 0 ? ask : ask.header("If", lists.toString());
    }

    private static boolean touches(String locked, String written) {
        String one = locked.endsWith("/") ? locked : locked + '/';
        String other = written.endsWith("/") ? written : written + '/';
        return one.startsWith(other) || other.startsWith(one);
    }

    /** What is at a place now; empty for nothing. */
    Optional<Found> find(Place place) throws IOException, InterruptedException {
        Ask ask = propfind(place, 0, Found.PROPERTIES).expect(207, 404);
        try (Reply reply = send(ask)) {
            return reply.status() == 404
                    ? Optional.empty()
                    : reply.root("multistatus").child("response").map(Found::of);
        }
    }

    /** The same where there must be something. */
    Found get(Place place) throws IOException, InterruptedException {
        return find(place).orElseThrow(() -> new FailedException(Exit.NOT_FOUND, "There is no " + place + '.'));
    }
}

package io.tidemark.history;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.Count;
import io.tidemark.kernel.xml.Rfc6578;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a {@code T:changes} body asks for.
 *
 * @param limit how many changes at most
 * @param before only those that are older than the one of this id
 * @param after only those that are newer than this state
 * @param until only those that had led to this state
 * @param authors only those by one of these; all for none
 * @param deep whether also those that are further below
 */
record ChangesRequest(
        int limit,
        Optional<String> before,
        Optional<State> after,
        Optional<State> until,
        Set<String> authors,
        boolean deep) {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1_000;

    /**
     * Reads the body.
     *
     * @throws DavException 422 when a part is not what it must be, 400 for a limit that is no number
     */
    static ChangesRequest parse(XmlElement body) {
        return new ChangesRequest(
                body.child(Rfc6578.LIMIT)
                        .map(limit -> Math.min(limit(limit), MOST))
                        .orElse(DEFAULT_LIMIT),
                body.child(Tidemark.BEFORE).map(XmlElement::text),
                body.child(Tidemark.AFTER).map(State::in),
                body.child(Tidemark.UNTIL).map(State::in),
                body.children(Tidemark.AUTHOR).stream().map(XmlElement::text).collect(Collectors.toSet()),
                body.child(Tidemark.LEVEL).map(ChangesRequest::isDeep).orElse(true));
    }

    /** Reads {@code DAV:limit}. */
    static int limit(XmlElement limit) {
        return Count.limit(limit.child(Rfc6578.NRESULTS)
                .orElseThrow(() -> DavException.unprocessable("The limit has no DAV:nresults."))
                .text());
    }

    private static boolean isDeep(XmlElement level) {
        return switch (level.text()) {
            case "1" -> false;
            case "infinite", "infinity" -> true;
            default -> throw DavException.unprocessable("The level is neither 1 nor infinite.");
        };
    }

    /** Whether a change by somebody is asked for. */
    boolean wants(String author) {
        return authors.isEmpty() || authors.contains(author);
    }
}

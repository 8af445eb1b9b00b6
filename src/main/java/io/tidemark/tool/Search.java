package io.tidemark.tool;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Asks for all that a condition finds below a collection, the newest first, a page at a time (RFC 5323). The server ends an answer
 * after a thousand; what comes after the last one, by time and then by name, is asked for next.
 */
final class Search {

    private static final int PAGE = 1_000;
    private static final String ORDER =
            "<D:orderby><D:order><D:prop><D:getlastmodified/></D:prop><D:descending/></D:order>"
                    + "<D:order><D:prop><D:displayname/></D:prop></D:order></D:orderby>";
    private static final String AFTER =
            "<D:and>%1$s<D:or><D:lt><D:prop><D:getlastmodified/></D:prop><D:literal>%2$s</D:literal></D:lt>"
                    + "<D:and><D:eq><D:prop><D:getlastmodified/></D:prop><D:literal>%2$s</D:literal></D:eq>"
                    + "<D:gte><D:prop><D:displayname/></D:prop><D:literal>%3$s</D:literal></D:gte></D:and></D:or></D:and>";

    private final Remote remote;
    private final Retry retry;
    private final URI scope;
    private final String condition;

    /**
     * A search.
     *
     * @param scope the collection
     * @param condition XML, as {@link FindQuery} makes it
     */
    Search(Remote remote, Retry retry, URI scope, String condition) {
        this.remote = remote;
        this.retry = retry;
        this.scope = scope;
        this.condition = condition;
    }

    /**
     * Something that was found.
     *
     * @param href as the server writes it
     * @param length in bytes; empty for a collection
     */
    record Match(String href, Optional<Instant> modified, String length) {

        /** The name in the URL. */
        String name() {
            String path = href.endsWith("/") ? href.substring(0, href.length() - 1) : href;
            String name = path.substring(path.lastIndexOf('/') + 1);
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        }

        boolean isBeside(Match other) {
            return modified.equals(other.modified) && name().equals(other.name());
        }
    }

    /**
     * A page of the answer.
     *
     * @param more whether there is more than is told
     * @param known until when the words of all contents are known; empty where that is not said
     */
    record Page(List<Match> matches, boolean more, Optional<String> known) {

        static Page of(List<Map<String, String>> responses, Optional<String> known) {
            List<Match> matches = new ArrayList<>();
            boolean more = false;
            for (Map<String, String> response : responses) {
                if (response.containsKey("status")) {
                    more |= response.getOrDefault("status", "").contains(" 507");
                } else {
                    matches.add(new Match(
                            response.getOrDefault("href", ""),
                            MultistatusParser.date(response.getOrDefault("getlastmodified", "")),
                            response.getOrDefault("getcontentlength", "")));
                }
            }
            return new Page(matches, more, known);
        }
    }

    /**
     * Finds.
     *
     * @param most how many at most
     * @return the first page, without its matches, and whether there is more than was told in all
     */
    Page run(int most, Consumer<Match> found) throws IOException, InterruptedException {
        Page first = page(condition, Math.min(PAGE, most));
        Page page = first;
        // What has the time and the name of a page's last one is in the next page again.
        Set<String> told = new HashSet<>();
        int left = most;
        while (true) {
            int before = left;
            for (Match match : page.matches()) {
                if (left > 0 && told.add(match.href())) {
                    found.accept(match);
                    left--;
                }
            }
            if (!page.more() || left == 0 || left == before) {
                return new Page(List.of(), page.more(), first.known());
            }
            Match last = page.matches().get(page.matches().size() - 1);
            told = page.matches().stream()
                    .filter(last::isBeside)
                    .map(Match::href)
                    .collect(Collectors.toCollection(HashSet::new));
            page = page(
                    AFTER.formatted(
                            condition, last.modified().map(Instant::toString).orElse(""), XmlText.escaped(last.name())),
                    PAGE);
        }
    }

    private Page page(String where, int limit) throws IOException, InterruptedException {
        String body = "<D:searchrequest xmlns:D=\"DAV:\"><D:basicsearch><D:select><D:prop><D:getcontentlength/>"
                + "<D:getlastmodified/></D:prop></D:select><D:from><D:scope><D:href>"
                + XmlText.escaped(scope.getRawPath())
                + "</D:href><D:depth>infinity</D:depth></D:scope></D:from><D:where>" + where + "</D:where>" + ORDER
                + "<D:limit><D:nresults>" + limit + "</D:nresults></D:limit></D:basicsearch></D:searchrequest>";
        return retry.run(() -> remote.search(scope, body));
    }
}

package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Revision-Path} header: a path with a revision for each of its segments, from the root of the subtree
 * (protocol, section 4.2).
 */
public record RevisionPath(List<Step> steps) {

    /**
     * One segment.
     *
     * @param name the decoded name
     * @param revision which revision of it is meant; without one, the default
     */
    public record Step(String name, Optional<RevisionId> revision) {}

    /**
     * Parses the header.
     *
     * @throws DavException 400 when it is malformed
     */
    public static Optional<RevisionPath> parse(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        if (!text.startsWith("/")) {
            throw malformed();
        }
        List<Step> steps = new ArrayList<>();
        int position = 1;
        while (position < text.length()) {
            int end = nameEnd(text, position);
            String name = PercentEncoding.decode(text.substring(position, end));
            if (name.isEmpty() && end < text.length() && text.charAt(end) == '/') {
                position = end + 1;
                continue;
            }
            if (name.isEmpty()) {
                throw malformed();
            }
            Optional<RevisionId> revision = Optional.empty();
            if (end < text.length() && text.charAt(end) == ';') {
                int start = end + 1;
                end = revisionEnd(text, start);
                revision = Optional.of(RevisionId.parseValue(HeaderText.decode(unwrapped(text.substring(start, end)))));
            }
            steps.add(new Step(name, revision));
            if (end < text.length() && text.charAt(end) != '/') {
                throw malformed();
            }
            position = end + 1;
        }
        return Optional.of(new RevisionPath(List.copyOf(steps)));
    }

    /** Whether it leads along the segments of a path, the subtree's name left out. */
    public boolean leadsAlong(DavPath path) {
        return path.segments()
                .subList(1, path.segments().size())
                .equals(steps.stream().map(Step::name).toList());
    }

    private static int nameEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != ';' && text.charAt(end) != '/') {
            end++;
        }
        return end;
    }

    /** A value in parentheses may hold anything, slashes too. */
    private static int revisionEnd(String text, int from) {
        int depth = 0;
        int end = from;
        while (end < text.length() && (depth > 0 || text.charAt(end) != '/')) {
            char c = text.charAt(end);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            end++;
        }
        if (depth != 0) {
            throw malformed();
        }
        return end;
    }

    private static String unwrapped(String value) {
        return value.startsWith("(") && value.endsWith(")") ? value.substring(1, value.length() - 1) : value;
    }

    private static DavException malformed() {
        return DavException.badRequest("The Revision-Path header is malformed.");
    }
}

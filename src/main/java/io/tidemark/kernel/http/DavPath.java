package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The path of a URL below the context root, decoded segment by segment (protocol, section 1).
 *
 * @param segments the decoded names, outermost first; none for the root
 * @param slash whether the path was written with a slash at its end
 */
public record DavPath(List<String> segments, boolean slash) {

    /** The longest name that is served, in bytes of UTF-8. */
    public static final int MAX_SEGMENT_BYTES = 255;

    /** The longest path that is served, in segments. */
    public static final int MAX_SEGMENTS = 256;

    /** What the second spelling of a path begins with: {@code dav}, a subtree, and a user. */
    public static final int SECOND_SPELLING = 3;

    /** The order of names by code point, in which databases list them. */
    public static final Comparator<String> BY_CODE_POINT = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    /** The context root. */
    public static final DavPath ROOT = new DavPath(List.of(), true);

    /** A path of the given names. */
    public static DavPath of(List<String> segments, boolean slash) {
        return new DavPath(List.copyOf(segments), slash || segments.isEmpty());
    }

    /**
     * Parses the path of a request target or of an href. Dot segments are resolved first; then empty segments count as none;
     * then {@code /dav/files/{user}/} is {@code /files/}, and {@code /dav/uploads/} is {@code /uploads/}.
     *
     * @throws DavException as {@link #parseAsSent}
     */
    public static DavPath parse(String raw) {
        DavPath sent = parseAsSent(raw);
        List<String> names = sent.segments;
        if (names.size() < SECOND_SPELLING || !names.get(0).equals("dav")) {
            return sent;
        }
        return switch (names.get(1)) {
            case "uploads" -> of(names.subList(1, names.size()), sent.slash);
            case "files" -> {
                List<String> plain = new ArrayList<>(names.subList(SECOND_SPELLING, names.size()));
                plain.add(0, "files");
                yield of(plain, sent.slash);
            }
            default -> sent;
        };
    }

    /**
     * Parses a path in the spelling in which it was sent.
     *
     * @throws DavException 400 for what is no path, holds an encoded slash, NUL or a fragment, or leaves its subtree; 414 for
     *     a name or a path that is too long
     */
    public static DavPath parseAsSent(String raw) {
        if (!raw.startsWith("/") || raw.indexOf('#') >= 0) {
            throw DavException.badRequest("The URL's path is malformed.");
        }
        List<String> segments = new ArrayList<>();
        int start = 1;
        boolean slash = true;
        while (start <= raw.length()) {
            int end = raw.indexOf('/', start);
            boolean last = end < 0;
            String segment = PercentEncoding.decode(raw.substring(start, last ? raw.length() : end));
            if (last && segment.isEmpty()) {
                break;
            }
            slash = !last || segment.equals(".") || segment.equals("..");
            append(segments, segment);
            if (last) {
                break;
            }
            start = end + 1;
        }
        segments.removeIf(String::isEmpty);
        if (segments.size() > MAX_SEGMENTS) {
            throw DavException.of(414, "The path has too many segments.");
        }
        return of(segments, slash);
    }

    private static void append(List<String> segments, String segment) {
        switch (segment) {
            case "." -> {}
            case ".." -> {
                if (segments.size() <= 1) {
                    throw DavException.badRequest("The path leaves its subtree.");
                }
                segments.remove(segments.size() - 1);
            }
            default -> {
                if (segment.getBytes(StandardCharsets.UTF_8).length > MAX_SEGMENT_BYTES) {
                    throw DavException.of(414, "A path segment is too long.");
                }
                segments.add(segment);
            }
        }
    }

    /** Whether this is the context root. */
    public boolean isRoot() {
        return segments.isEmpty();
    }

    /** The name of the subtree that the path is in: its first segment, or nothing for the root. */
    public String subtree() {
        return segments.isEmpty() ? "" : segments.get(0);
    }

    /** The last segment. The root has none. */
    public String name() {
        return segments.get(segments.size() - 1);
    }

    /** The path of the collection that this path is a member of. The root has none. */
    public DavPath parent() {
        return of(segments.subList(0, segments.size() - 1), true);
    }

    /** The path of a member of this collection. */
    public DavPath child(String name, boolean collection) {
        List<String> names = new ArrayList<>(segments.size() + 1);
        names.addAll(segments);
        names.add(name);
        return of(names, collection);
    }

    /** This path as that of a collection, or of something that is none. */
    public DavPath asCollection(boolean collection) {
        return slash == collection ? this : of(segments, collection);
    }

    /** Whether this path is {@code other} or below it. */
    public boolean isWithin(DavPath other) {
        return segments.size() >= other.segments.size()
                && segments.subList(0, other.segments.size()).equals(other.segments);
    }

    /** Whether both name the same place; a slash at the end makes no difference. */
    public boolean samePlace(DavPath other) {
        return segments.equals(other.segments);
    }

    /** This path as the absolute path of a URL, percent-encoded. */
    public String href() {
        StringBuilder href = new StringBuilder();
        for (String segment : segments) {
            href.append('/');
            PercentEncoding.encode(segment, href);
        }
        if (slash) {
            href.append('/');
        }
        return href.toString();
    }
}

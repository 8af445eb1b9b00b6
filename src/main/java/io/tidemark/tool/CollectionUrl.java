package io.tidemark.tool;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The remote collection, and the way between its members' URLs and paths. A path is the decoded names below the
 * collection, joined by {@code /}, without one at either end; the collection's own is empty. No path leads out of the
 * directory that it is resolved against: what would is refused here, once, for all others.
 */
public final class CollectionUrl {

    private static final String UNESCAPED = "-._~";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final String origin;
    private final List<String> segments;

    private CollectionUrl(String origin, List<String> segments) {
        this.origin = origin;
        this.segments = segments;
    }

    /**
     * Takes what the user gave.
     *
     * @throws IllegalArgumentException when it is no URL of a collection
     */
    public static CollectionUrl of(String url) {
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme();
            if (!("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme)) || uri.getHost() == null) {
                throw new IllegalArgumentException("The URL must start with http:// or https:// and a host.");
            }
            if (uri.getRawUserInfo() != null) {
                throw new IllegalArgumentException("Give user and password by options, not in the URL.");
            }
            if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw new IllegalArgumentException("A collection's URL has no '?' and no '#'; encode them.");
            }
            return new CollectionUrl(uri.getScheme() + "://" + uri.getRawAuthority(), names(uri.getRawPath()));
        } catch (URISyntaxException | UnsafeNameException e) {
            throw new IllegalArgumentException("The URL is malformed: " + e.getMessage(), e);
        }
    }

    /**
     * The path of a member.
     *
     * @param href an absolute path, or an absolute URL, of which only the path counts: nothing is ever asked of another
     *     host
     * @throws UnsafeNameException when it is not below this collection, or has a name that no local file may have
     */
    public String path(String href) throws UnsafeNameException {
        List<String> names = names(rawPath(href));
        if (names.size() < segments.size() || !names.subList(0, segments.size()).equals(segments)) {
            throw new UnsafeNameException("it is not below the collection");
        }
        return String.join("/", names.subList(segments.size(), names.size()));
    }

    /** The URL of a member. */
    public URI member(String path, boolean collection) {
        StringBuilder url = new StringBuilder(origin).append('/');
        segments.forEach(segment -> encode(segment, url).append('/'));
        if (!path.isEmpty()) {
            for (String name : path.split("/", -1)) {
                encode(name, url).append('/');
            }
            if (!collection) {
                url.setLength(url.length() - 1);
            }
        }
        return URI.create(url.toString());
    }

    /** The URL of an {@code href}, on the same server whatever host that names. */
    public URI at(String href) {
        return URI.create(origin + rawPath(href));
    }

    /** The collection's URL, in one spelling. */
    @Override
    public String toString() {
        return member("", true).toString();
    }

    /** The path of an {@code href}, still encoded. */
    static String rawPath(String href) {
        int scheme = href.indexOf("://");
        if (scheme < 0 || href.startsWith("/")) {
            return href;
        }
        int path = href.indexOf('/', scheme + 3);
        return path < 0 ? "/" : href.substring(path);
    }

    private static List<String> names(String rawPath) throws UnsafeNameException {
        if (rawPath.isEmpty()) {
            return List.of();
        }
        if (!rawPath.startsWith("/")) {
            throw new UnsafeNameException("it is not an absolute path");
        }
        String[] raw = rawPath.substring(1).split("/", -1);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < raw.length; i++) {
            // Only a collection's own slash leaves an empty segment.
            if (!raw[i].isEmpty() || i < raw.length - 1) {
                names.add(safe(decode(raw[i])));
            }
        }
        return List.copyOf(names);
    }

    private static String safe(String name) throws UnsafeNameException {
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw new UnsafeNameException("it has an empty, '.' or '..' segment");
        }
        if (name.indexOf('/') >= 0 || name.indexOf('\0') >= 0) {
            throw new UnsafeNameException("a name has a slash or NUL in it");
        }
        try {
            // Catches what else separates, or names a drive, on other systems, and what the locale cannot write.
            Path path = Path.of(name);
            if (path.isAbsolute()
                    || path.getRoot() != null
                    || path.getNameCount() != 1
                    || !path.toString().equals(name)) {
                throw new UnsafeNameException("this system takes a name in it for more than one");
            }
        } catch (InvalidPathException e) {
            throw new UnsafeNameException("this system or locale cannot write a name in it");
        }
        return name;
    }

    private static String decode(String segment) throws UnsafeNameException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(segment.length());
        int i = 0;
        while (i < segment.length()) {
            char c = segment.charAt(i);
            if (c == '%') {
                int high = i + 2 < segment.length() ? Character.digit(segment.charAt(i + 1), 16) : -1;
                int low = i + 2 < segment.length() ? Character.digit(segment.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw new UnsafeNameException("it has a broken escape");
                }
                bytes.write(high * 16 + low);
                i += 3;
            } else if (c == '?' || c == '#') {
                throw new UnsafeNameException("it has a query or a fragment");
            } else {
                int codePoint = segment.codePointAt(i);
                bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(codePoint);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnsafeNameException("it is not UTF-8");
        }
    }

    private static StringBuilder encode(String name, StringBuilder url) {
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if ((c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || UNESCAPED.indexOf(c) >= 0) {
                url.append(c);
            } else {
                url.append('%').append(HEX[c >> 4]).append(HEX[c & 0xF]);
            }
        }
        return url;
    }
}

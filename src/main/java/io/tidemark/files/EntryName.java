package io.tidemark.files;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import java.nio.charset.StandardCharsets;

/** The name of an entry in an archive, as a path below a collection. */
final class EntryName {

    private EntryName() {}

    /**
     * The path that a name means, without a slash at its end. Archivers put {@code ./} before names.
     *
     * @throws DavException 400 for a name that leads elsewhere, has an empty segment or is not UTF-8, 414 for one that is too
     *     long
     */
    static DavPath below(DavPath collection, String name) {
        String relative = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        DavPath path = collection.asCollection(false);
        for (String segment : relative.split("/", -1)) {
            if (!segment.equals(".")) {
                path = path.child(checked(segment, name), false);
            }
        }
        if (path.segments().size() > DavPath.MAX_SEGMENTS) {
            throw DavException.of(414, "The entry's path has too many segments: " + name);
        }
        return path;
    }

    private static String checked(String segment, String name) {
        if (segment.isEmpty() || segment.equals("..") || segment.indexOf('\0') >= 0 || segment.indexOf('\uFFFD') >= 0) {
            throw DavException.badRequest("The entry's name is no path of UTF-8 below the collection: " + name);
        }
        if (segment.getBytes(StandardCharsets.UTF_8).length > DavPath.MAX_SEGMENT_BYTES) {
            throw DavException.of(414, "A segment of the entry's name is too long: " + name);
        }
        return segment;
    }
}

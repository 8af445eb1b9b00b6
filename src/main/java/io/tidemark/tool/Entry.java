package io.tidemark.tool;

import java.util.List;

/**
 * What the mirror has put at a path.
 *
 * @param directory whether it is a directory; it has an identity then, and nothing else
 * @param etag the entity tag of the content; empty when the server gave none that can be compared
 * @param size in bytes
 * @param modified the local modification time, in milliseconds since 1970
 * @param sha256 of the content, in hexadecimal
 * @param resourceId the resource's identity on the server (RFC 5842), empty when unknown
 */
record Entry(String path, boolean directory, String etag, long size, long modified, String sha256, String resourceId) {

    private static final String DIRECTORY = "dir";
    private static final String FILE = "file";

    static Entry directory(String path, String resourceId) {
        return new Entry(path, true, "", 0, 0, "", resourceId);
    }

    /** Whether a line of the state is one that {@link #line} has made. */
    static boolean isLine(List<String> line) {
        return line.get(0).equals(DIRECTORY) || line.get(0).equals(FILE);
    }

    /** Reads what {@link #line} has made. */
    static Entry read(List<String> line) {
        if (line.get(0).equals(DIRECTORY)) {
            return directory(line.get(1), line.get(2));
        }
        return new Entry(
                line.get(1),
                false,
                line.get(2),
                Long.parseLong(line.get(3)),
                Long.parseLong(line.get(4)),
                line.get(5),
                line.get(6));
    }

    /** The line of the state that says so. */
    List<String> line() {
        return directory
                ? List.of(DIRECTORY, path, resourceId)
                : List.of(FILE, path, etag, Long.toString(size), Long.toString(modified), sha256, resourceId);
    }

    /** Whether it holds the content of that tag for certain. A weak tag (RFC 9110, section 8.8.1) does not say. */
    boolean hasContentOf(String reported) {
        return !directory && isStrong(reported) && etag.equals(reported);
    }

    static boolean isStrong(String etag) {
        return etag.startsWith("\"");
    }

    Entry withModified(long millis) {
        return new Entry(path, directory, etag, size, millis, sha256, resourceId);
    }

    /** The same at another path. */
    Entry at(String other) {
        return new Entry(other, directory, etag, size, modified, sha256, resourceId);
    }

    /** The same, to be fetched again when next looked at. */
    Entry forgotten() {
        return new Entry(path, directory, "", size, modified, sha256, resourceId);
    }
}

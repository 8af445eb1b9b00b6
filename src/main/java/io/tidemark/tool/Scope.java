package io.tidemark.tool;

/**
 * A collection that is synchronised by reports of its own: the mirrored one, and each below it at which the server's
 * reports on a collection above it stop.
 *
 * @param path empty for the mirrored collection
 * @param token the last token up to which everything is in the directory; empty before the first
 * @param whole whether everything must be listed anew, and what is not listed be removed
 */
record Scope(String path, String token, boolean whole) {

    /** Whether a path is the other one, or below it. */
    static boolean isWithin(String path, String other) {
        return other.isEmpty() || path.equals(other) || path.startsWith(other + '/');
    }
}

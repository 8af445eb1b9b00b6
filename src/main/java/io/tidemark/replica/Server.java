package io.tidemark.replica;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The collection, as a replica talks to it. Each call is one try. It throws {@link io.tidemark.tool.TransientException} when it
 * cannot be known whether the server did it, and {@link io.tidemark.tool.RefusedException} when it did not.
 */
interface Server {

    /**
     * What changed, one page of it.
     *
     * @param items what is there now
     * @param gone what is not there any more, each with all below it; what ends in a slash was a folder
     * @param closed folders that the report does not go into
     * @param unusable what cannot have its name here: the URL's path, and the reason
     * @param more whether there is another page
     */
    record Page(
            List<Listed> items,
            List<String> gone,
            List<String> closed,
            List<String> unusable,
            String token,
            boolean more) {}

    /** A content that has come: its entity tag, its hash and when it was modified, in milliseconds since 1970. */
    record Received(String tag, String sha, long modified) {}

    /**
     * What changed since a token; everything for an empty one.
     *
     * @param seconds how long the server may wait for a change; 0 for not at all
     * @return nothing when the server does not know the token any more
     */
    Optional<Page> changes(String token, int seconds) throws IOException, InterruptedException;

    /**
     * Stores a file.
     *
     * @param sha what it holds; anything else is refused
     * @param modified in milliseconds since 1970
     * @param replaced the entity tag of what may be replaced; empty when nothing may be there
     * @return its entity tag
     */
    String send(String path, Path file, String sha, long modified, String replaced)
            throws IOException, InterruptedException;

    /** Fetches a file, and puts it on the disk. */
    Received fetch(String path, Path target) throws IOException, InterruptedException;

    /** The SHA-256 of a content in hexadecimal; empty when the server does not tell. */
    String sha(String path, String tag) throws IOException, InterruptedException;

    void make(String path) throws IOException, InterruptedException;

    /**
     * Moves something to where nothing is.
     *
     * @param state the entity tag of a file; of a folder a token since which nothing in it has changed
     */
    void move(String from, String to, boolean folder, String state) throws IOException, InterruptedException;

    /** Deletes a file, or a folder with all that is in it; {@code state} is that of {@link #move}. */
    void delete(String path, boolean folder, String state) throws IOException, InterruptedException;
}

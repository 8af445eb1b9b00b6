package io.tidemark.upload;

import io.tidemark.kernel.http.DavPath;
import jakarta.ws.rs.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload that comes in several requests.
 *
 * @param name the last segment of its URL
 * @param method what began it: PUT, POST for an import, or MKCOL for Nextcloud's
 * @param target the path that the whole goes to, as an href; of one of Nextcloud's that has not said, {@code /files/}
 * @param headers what the request that began it said, for the one change at its end
 * @param length the whole length in bytes, if the client has said
 * @param staged how many bytes have come
 * @param parts in how many pieces
 * @param completed whether the whole is stored; nothing is staged any more
 * @param writer changes with every request that adds to it: one that was overtaken finds another here
 */
record Upload(
        UUID id,
        String principal,
        String name,
        String method,
        String target,
        String headers,
        @Nullable Long length,
        long staged,
        int parts,
        boolean completed,
        UUID writer,
        Instant expiresAt) {

    /** What begins one of Nextcloud's. */
    static final String MKCOL = "MKCOL";

    /** Whether it is one of Nextcloud's, a collection of numbered chunks. */
    boolean isChunked() {
        return method.equals(MKCOL);
    }

    /** Whether it is an archive that will be unpacked. */
    boolean isImport() {
        return method.equals(HttpMethod.POST);
    }

    /** The path of its URL. */
    DavPath path() {
        return DavPath.of(List.of(UploadsSubtree.NAME, principal, name), isChunked());
    }

    /** Where the whole goes. */
    DavPath targetPath() {
        return DavPath.parse(target);
    }

    /** For how long it is kept yet if nothing comes, in seconds. */
    long secondsLeft() {
        return Math.max(0, Duration.between(Instant.now(), expiresAt).toSeconds());
    }

    /** The same with more bytes. */
    Upload grown(long more) {
        return new Upload(
                id,
                principal,
                name,
                method,
                target,
                headers,
                length,
                staged + more,
                parts,
                completed,
                writer,
                expiresAt);
    }

    /** The same with another length. */
    Upload of(@Nullable Long told) {
        return new Upload(
                id, principal, name, method, target, headers, told, staged, parts, completed, writer, expiresAt);
    }
}

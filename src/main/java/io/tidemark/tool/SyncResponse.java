package io.tidemark.tool;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a report says of one member URL.
 *
 * @param href as sent
 * @param status the response's own status; 200 where properties stand in its place
 * @param collection whether {@code resourcetype} says so
 * @param etag the entity tag, empty when none is given
 * @param modified {@code getlastmodified}
 * @param resourceId {@code resource-id} (RFC 5842), empty when none is given
 * @param conditions the local names below {@code DAV:error}
 */
public record SyncResponse(
        String href,
        int status,
        boolean collection,
        String etag,
        Optional<Instant> modified,
        String resourceId,
        Set<String> conditions) {

    /** Whether it is there. */
    public boolean isPresent() {
        return status >= 200 && status < 300;
    }

    /** Whether it is there no more. */
    public boolean isRemoved() {
        return status == 404 || status == 410;
    }

    /** Whether the server names a condition. */
    public boolean has(String condition) {
        return conditions.contains(condition);
    }
}

package io.tidemark.tool;

import java.time.Instant;
import java.util.Optional;

/**
 * A file as a report tells of it.
 *
 * @param etag its entity tag, empty when none is given
 * @param modified its {@code getlastmodified}
 * @param resourceId its identity, empty when none is given
 */
record Wanted(String path, String etag, Optional<Instant> modified, String resourceId) {}

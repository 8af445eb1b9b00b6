package io.tidemark.index;

import io.tidemark.content.ContentHash;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A name in a collection, with what is known of what it maps.
 *
 * @param member the row of the name
 * @param collection what the name is in
 * @param resource what it maps
 * @param isCollection whether that is a collection
 * @param length in bytes; null for a collection
 * @param modified of a collection, when something changed in it or below it
 * @param hash the content that shows; null for a collection
 * @param author of what has revisions, who made the one that shows; null without
 * @param labels those of the revision that shows
 */
record IndexedName(
        long member,
        UUID collection,
        String name,
        UUID resource,
        boolean isCollection,
        String owner,
        Instant created,
        Instant modified,
        @Nullable Long length,
        @Nullable String type,
        @Nullable ContentHash hash,
        @Nullable String author,
        @Nullable String comment,
        List<String> labels) {}

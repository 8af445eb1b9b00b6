package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code If-Match} and {@code If-None-Match} (RFC 7232, section 3).
 *
 * @param any whether it is {@code *}
 * @param tags the tags that it lists otherwise
 */
public record EntityTags(boolean any, List<EntityTag> tags) {

    /**
     * Parses the header.
     *
     * @return empty when the header is absent
     * @throws DavException 400 when it is malformed
     */
    public static Optional<EntityTags> parse(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Cursor cursor = new Cursor(header);
        cursor.skipSpace();
        if (cursor.take('*')) {
            cursor.skipSpace();
            cursor.expectEnd();
            return Optional.of(new EntityTags(true, List.of()));
        }
        List<EntityTag> tags = new ArrayList<>();
        do {
            cursor.skipSpace();
            // Empty elements of a list are allowed (RFC 7230, section 7).
            if (cursor.peek() != ',' && !cursor.atEnd()) {
                tags.add(cursor.entityTag());
                cursor.skipSpace();
            }
        } while (cursor.take(','));
        cursor.expectEnd();
        if (tags.isEmpty()) {
            throw DavException.badRequest("A list of entity tags is empty.");
        }
        return Optional.of(new EntityTags(false, List.copyOf(tags)));
    }

    /**
     * Parses {@code If-None-Match}, which some clients fill with words of their own: what is no list of tags lists none, so
     * that no tag matches. It does no harm, as the request then does what it would without the header.
     *
     * @return empty when the header is absent
     */
    public static Optional<EntityTags> parseLeniently(@Nullable String header) {
        try {
            return parse(header);
        } catch (DavException malformed) {
            return Optional.of(new EntityTags(false, List.of()));
        }
    }

    /** Whether one of the tags is {@code tag}, compared strongly, or this is {@code *}. */
    public boolean matchStrongly(EntityTag tag) {
        return any || tags.stream().anyMatch(tag::matchesStrongly);
    }

    /** Whether one of the tags is {@code tag}, compared weakly, or this is {@code *}. */
    public boolean matchWeakly(EntityTag tag) {
        return any || tags.stream().anyMatch(tag::matchesWeakly);
    }
}

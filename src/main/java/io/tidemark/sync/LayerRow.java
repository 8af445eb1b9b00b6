package io.tidemark.sync;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row that a tree has of a name, with its marks.
 *
 * @param resource what is mapped there at this moment; null for nothing
 * @param collection whether that is a collection
 */
record LayerRow(long id, UUID in, String name, @Nullable UUID resource, boolean collection, ChangedName.Marks marks) {

    /** Whether all that the row maps, hides or keeps has been as it is now since {@code change} was the newest. */
    boolean isAsAt(long change) {
        return isNumbered() && (resource == null ? marks.number() : marks.mapped()) <= change;
    }

    /** Whether the marks know of what is mapped there now. */
    boolean isNumbered() {
        return resource == null ? marks.resourceId() == null : resource.equals(marks.resourceId());
    }

    /** Whether the name itself changed after one change, up to another. */
    boolean isTouched(long after, long until) {
        return marks.number() > after && marks.number() <= until;
    }
}

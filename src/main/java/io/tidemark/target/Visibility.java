package io.tidemark.target;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What the caller may see. What it may not read does not show: it is as if nothing were there. The room that knows rights
 * decides.
 */
public interface Visibility {

    /** Whether there may be something that the caller may not see. */
    boolean isRestricted();

    /** The same target if it shows, else that of a URL where nothing is. */
    FilesTarget seen(FilesTarget target);

    /** Those of the members of a collection that show; the collection itself does. */
    List<Target> shown(List<Target> members);

    /** Whether a resource shows at any of its names, or did at the last one if it was deleted. */
    boolean shows(UUID resource);

    /** Those of some collections whose own lists keep the caller out. */
    Set<UUID> hidden(Collection<UUID> collections);

    /** Those of some collections whose own lists kept the caller out when a change was the newest. */
    Set<UUID> hiddenAt(Collection<UUID> collections, long change);

    /** Whether there may have been something that somebody could not see when a change was the newest. */
    boolean wasRestricted(long change);

    /** Whether a collection showed when a change was the newest, had its path been what it is now. */
    boolean wasSeen(FilesTarget collection, long change);

    /** Whether rights have changed after a change anywhere in the scope of some collections. */
    boolean hasChangedWithin(Set<UUID> collections, long change);
}

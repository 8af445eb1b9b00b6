package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the caller may see. What it may not read does not show: it is as if nothing were there. The room that knows rights
 * decides.
 */
public interface Visibility {

    /** Whether there may be something that the caller may not see. */
    boolean isRestricted();

    /** Whether a target shows; one at which nothing is, if the collections do that its path leads through. */
    boolean shows(FilesTarget target);

    /**
     * The same target if it shows, else what its URL leads to where nothing is.
     *
     * @param asked the path that was asked for: a slash at the end of a target's own would tell that it is a collection
     */
    Target seen(FilesTarget target, DavPath asked);

    /** Those of the members of a collection that show; the collection itself does. */
    <T extends Target> List<T> shown(List<T> members);

    /** Whether a resource shows at any of its names, or did at the last one if it was deleted. */
    boolean shows(UUID resource);

    /** A path along which a resource shows, with a slash at its end; empty when there is none. */
    Optional<DavPath> path(UUID resource);

    /** Those of some collections whose own lists keep the caller out. */
    Set<UUID> hidden(Collection<UUID> collections);

    /** Those of some collections whose own lists kept the caller out when a change was the newest. */
    Set<UUID> hiddenAt(Collection<UUID> collections, long change);

    /** The collections below another one whose own lists keep the caller out. */
    Set<UUID> hiddenBelow(FilesTarget collection);

    /** Whether the caller may change what shows. */
    boolean mayChange(FilesTarget target);

    /** Of some collections, those that have lists of their own: whether the caller may see and change what is in them. */
    Map<UUID, Boolean> writable(Collection<UUID> collections);

    /** Whether there may have been something that somebody could not see when a change was the newest. */
    boolean wasRestricted(long change);

    /** Whether a collection showed when a change was the newest, had its path been what it is now. */
    boolean wasSeen(FilesTarget collection, long change);

    /** Whether the caller may see more or less since a change, anywhere in the scope of some collections. */
    boolean hasChangedWithin(Set<UUID> collections, long change);

    /** The newest change of rights; 0 for none that is known. */
    long newestChange();

    /** Whether the caller may see more or less since a change, anywhere. */
    boolean hasChanged(long change);
}

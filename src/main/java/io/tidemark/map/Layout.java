package io.tidemark.map;

import io.tidemark.map.Place.Entry;
import io.tidemark.map.VersionMap.OfRevisions;
import java.util.List;
import java.util.Optional;

/** How a map of revisions is laid out. */
interface Layout {

    /** Where the names below a map lead. */
    Optional<Place> find(OfRevisions map, List<String> names);

    /**
     * A page of what is in a folder, after the name {@code after}.
     *
     * @param room how many names more a path can have below the folder
     */
    List<Entry> entries(OfRevisions map, Place folder, String after, int limit, int room);
}

package io.tidemark.configuration.inheritance;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.target.FilesSubtree;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Where a configuration has something.
 *
 * @param names the names that lead there from its root
 */
public record ConfigurationLocation(UUID configuration, List<String> names) {

    /** The path of the location in {@code /files/}. */
    public DavPath path() {
        List<String> segments = new ArrayList<>(List.of(FilesSubtree.NAME));
        segments.addAll(names);
        return DavPath.of(segments, false);
    }

    /** The same location in another configuration. */
    ConfigurationLocation in(UUID other) {
        return new ConfigurationLocation(other, names);
    }
}

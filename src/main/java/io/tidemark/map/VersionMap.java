package io.tidemark.map;

import java.util.UUID;

/** A map: of a configuration's tree, or of a file's revisions. */
sealed interface VersionMap {

    /** Of what a configuration shows. */
    record OfConfiguration(UUID configuration) implements VersionMap {}

    /**
     * Of a file's revisions.
     *
     * @param fileName what each of them is called
     */
    record OfRevisions(UUID resource, String fileName, MapStyle style) implements VersionMap {}
}

package io.tidemark.configuration.inheritance;

import java.util.UUID;

/**
 * A name at which a file is mapped.
 *
 * @param number the revision that it shows there
 */
record WorkspaceEntry(long id, UUID collection, String name, int number) {}

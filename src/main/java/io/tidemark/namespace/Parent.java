package io.tidemark.namespace;

import java.util.UUID;

/**
 * A collection as its members see it.
 *
 * @param versioning what new members take over from it; and whether they make a revision of it
 * @param own whether it is in the tree of a workspace, where a name whose mapping goes hides what other trees have there
 */
public record Parent(UUID id, Versioning versioning, boolean own) {

    /** A collection of the users' namespace. */
    public Parent(UUID id, Versioning versioning) {
        this(id, versioning, false);
    }
}

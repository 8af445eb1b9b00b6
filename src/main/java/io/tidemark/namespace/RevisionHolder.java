package io.tidemark.namespace;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Something that needs revisions: what has them checked out, or a configuration that shows them. Rooms plug theirs in as CDI
 * beans; labels, branches and merges are looked after already.
 */
public interface RevisionHolder {

    /** Of some revisions of a resource, those that must stay when it keeps only so many. */
    Set<Integer> held(UUID resource, Collection<Integer> numbers);

    /** Whether the resource cannot be destroyed because of this. */
    boolean preventsDestruction(UUID resource);
}

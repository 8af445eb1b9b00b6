package io.tidemark.property;

import io.tidemark.target.Target;

/** A live property that not everybody may read who may read the rest: for others it has status 403. */
public interface GuardedProperty extends LiveProperty {

    /** Whether the caller may read it. It is asked only of targets that have it. */
    boolean isReadable(Target target, PropertyContext context);
}

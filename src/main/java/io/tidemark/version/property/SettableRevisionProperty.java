package io.tidemark.version.property;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.namespace.ResourceView;
import io.tidemark.property.PropertyChange;
import io.tidemark.property.SettableProperty;

/** A property that can be written onto a revision without making another (protocol, section 4.4). */
abstract class SettableRevisionProperty extends RevisionProperty implements SettableProperty {

    /**
     * The revision that a change is about.
     *
     * @throws DavException 409 {@code not-versioned} when there is none, {@code must-be-checked-in} when there is none yet
     */
    static ResourceView revision(PropertyChange change) {
        ResourceView resource = revisionOrWork(change);
        if (resource.isCheckedOutInPlace()) {
            throw DavException.of(409, Conditions.MUST_BE_CHECKED_IN);
        }
        return resource;
    }

    /**
     * The revision that a change is about, or what is being worked on in its place.
     *
     * @throws DavException 409 {@code not-versioned} when there is neither
     */
    static ResourceView revisionOrWork(PropertyChange change) {
        ResourceView resource = change.resource();
        if (resource == null || !resource.versioning().enabled()) {
            throw DavException.of(409, Conditions.NOT_VERSIONED);
        }
        return resource;
    }
}

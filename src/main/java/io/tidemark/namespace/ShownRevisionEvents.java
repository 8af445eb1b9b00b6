package io.tidemark.namespace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells those who inherit revisions that URLs show others than before. */
@ApplicationScoped
class ShownRevisionEvents {

    @Inject
    private RevisionRepository revisions;

    @Inject
    private Event<ShownRevisionChanged> moved;

    /** The primary branch has a new revision. */
    void made(UUID resource) {
        fire(resource, null, null);
    }

    /** A resource has been mapped at a name. */
    void mapped(long memberId, UUID resource) {
        fire(resource, memberId, null);
    }

    /** A new resource has been mapped at a name. */
    void mapped(long memberId, Resource resource) {
        fire(resource, memberId, null);
    }

    /** A revision has been chosen at a name; with null, the newest of the primary branch. */
    void chosen(long memberId, UUID resource, @Nullable Integer number) {
        fire(resource, memberId, number);
    }

    private void fire(UUID id, @Nullable Long memberId, @Nullable Integer number) {
        fire(revisions.find(id), memberId, number);
    }

    private void fire(Resource resource, @Nullable Long memberId, @Nullable Integer number) {
        if (resource.isVersioned() && !resource.isCollection()) {
            int shown = number == null ? resource.tipNumber() : number;
            moved.fire(new ShownRevisionChanged(resource.id(), resource.isOverridden(), memberId, shown));
        }
    }
}

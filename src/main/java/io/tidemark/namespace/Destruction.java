package io.tidemark.namespace;

import io.tidemark.content.Contents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Destroys deleted resources with all their history. What the journal still remembers of them, that they were somewhere and
 * went, stays until it forgets it: else nobody could be told.
 */
@ApplicationScoped
public class Destruction {

    @Inject
    private PurgeRepository purges;

    @Inject
    private MemberRepository members;

    @Inject
    private Mappings mappings;

    @Inject
    private CollectionPurge collections;

    @Inject
    private Contents contents;

    @Inject
    private Event<Destroyed> destroyed;

    @Inject
    private Event<ContentGone> gone;

    /** Takes all away that a resource ever was, and under whichever name. The caller's transaction has its row. */
    public void eraseHistory(UUID resource) {
        destroyed.fire(new Destroyed(resource));
        contents.releaseAll(resource);
        gone.fire(new ContentGone(resource, null));
        purges.eraseHistory(resource);
        List<PurgeCandidate> kept = purges.kept(resource);
        kept.forEach(candidate -> {
            purges.deleteFormerMember(candidate);
            purges.deleteNameIfUnused(candidate.memberId());
        });
    }

    /** Takes what has been stripped out of the dead collections that it is in; and away, if nobody remembers it. */
    public void purge(UUID resource, boolean collection) {
        // The collections may come back: those who synchronise must be told then.
        members.mappingsOf(resource)
                .forEach(mapping -> mappings.unmap(
                        new Parent(mapping.collectionId(), Versioning.NONE), mapping.memberId(), Ending.DELETED));
        if (purges.isRemembered(resource)) {
            return;
        }
        if (collection) {
            collections.empty(resource, BooleanSupplier::getAsBoolean);
        }
        purges.deleteResource(resource);
    }
}

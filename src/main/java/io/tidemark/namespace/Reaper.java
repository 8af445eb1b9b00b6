package io.tidemark.namespace;

import io.tidemark.content.Contents;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Deletes for ever what was deleted so long ago that the journal forgets it, and is under no version control. Each call is a short transaction that leaves
 * the rest to be found again: what goes last is the row by which a dead resource is found.
 */
@Stateless
public class Reaper {

    private static final int BATCH = 500;

    @Inject
    private GraveyardRepository graveyard;

    @Inject
    private Contents contents;

    @Inject
    private Event<ContentGone> gone;

    /** The oldest mappings that ended at or before a change. */
    public List<Grave> graves(long change) {
        return graveyard.endedUpTo(change, BATCH);
    }

    /**
     * Takes a batch of names out of a dead collection, with the files that are mapped there alone.
     *
     * @return whether there may be more
     */
    public boolean empty(UUID collection) {
        List<GraveyardRepository.DeadMember> members = graveyard.members(collection, BATCH);
        members.forEach(this::bury);
        // One at a time: of two names for one collection, the second is no longer one of two.
        Optional<GraveyardRepository.DeadMember> shared = graveyard.sharedCollection(collection);
        shared.ifPresent(this::bury);
        return !members.isEmpty() || shared.isPresent();
    }

    /** A collection that is mapped in a dead collection alone, and must be emptied before it. */
    public Optional<UUID> memberCollection(UUID collection) {
        return graveyard.memberCollection(collection);
    }

    /** Whether this grave is all that remembers its resource. */
    public boolean isDead(Grave grave) {
        return !graveyard.isVersioned(grave.resourceId())
                && !graveyard.isStillShown(grave)
                && !graveyard.isMapped(grave.resourceId())
                && !graveyard.isRememberedBesides(grave);
    }

    /**
     * Takes an empty collection out of the dead collection that it is in.
     *
     * @return whether it was in it
     */
    public boolean buryMember(UUID dead, UUID emptied) {
        List<GraveyardRepository.DeadMember> members = graveyard.memberOf(dead, emptied);
        members.forEach(this::bury);
        return !members.isEmpty();
    }

    /**
     * Ends a grave: the mapping's row goes, then the name's if nothing needs it, then the resource if nothing leads to it. The
     * past of what is under version control stays, and that of collections in which workspaces show such.
     */
    public void close(Grave grave) {
        if (graveyard.isVersioned(grave.resourceId()) || graveyard.isStillShown(grave)) {
            graveyard.keep(grave);
            return;
        }
        graveyard.deleteFormerMember(grave);
        graveyard.deleteNameIfUnused(grave.memberId());
        deleteIfUnreachable(grave.resourceId());
    }

    private void bury(GraveyardRepository.DeadMember member) {
        graveyard.deleteName(member.id());
        if (member.resourceId() != null) {
            deleteIfUnreachable(member.resourceId());
        }
    }

    private void deleteIfUnreachable(UUID resource) {
        boolean reachable = graveyard.isVersioned(resource)
                || graveyard.isMapped(resource)
                || graveyard.isRemembered(resource)
                || graveyard.hasMembers(resource);
        if (!reachable) {
            contents.releaseAll(resource);
            gone.fire(new ContentGone(resource, null));
            graveyard.deleteResource(resource);
        }
    }
}

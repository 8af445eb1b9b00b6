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
public class PurgeService {

    private static final int BATCH = 500;

    @Inject
    private PurgeRepository purges;

    @Inject
    private HoldRepository holds;

    @Inject
    private Contents contents;

    @Inject
    private Event<ContentGone> gone;

    /** The oldest mappings that ended at or before a change. */
    public List<PurgeCandidate> candidates(long change) {
        return purges.endedUpTo(change, BATCH);
    }

    /** The mappings that ended so long ago, and were not purged because of holds which may have gone. */
    public List<PurgeCandidate> released() {
        return purges.released(BATCH);
    }

    /**
     * Takes a batch of names out of a dead collection, with the files that are mapped there alone.
     *
     * @return whether there may be more
     */
    public boolean empty(UUID collection) {
        List<PurgeRepository.DeadMember> members = purges.members(collection, BATCH);
        members.forEach(this::purge);
        // One at a time: of two names for one collection, the second is no longer one of two.
        Optional<PurgeRepository.DeadMember> shared = purges.sharedCollection(collection);
        shared.ifPresent(this::purge);
        return !members.isEmpty() || shared.isPresent();
    }

    /** A collection that is mapped in a dead collection alone, and must be emptied before it. */
    public Optional<UUID> memberCollection(UUID collection) {
        return purges.memberCollection(collection);
    }

    /** Whether this mapping is all that remembers its resource. */
    public boolean isDead(PurgeCandidate candidate) {
        return !purges.isVersioned(candidate.resourceId())
                && !holds.isNeeded(candidate.resourceId())
                && !purges.isStillShown(candidate)
                && !purges.isMapped(candidate.resourceId())
                && !purges.isRememberedBesides(candidate);
    }

    /**
     * Takes an empty collection out of the dead collection that it is in.
     *
     * @return whether it was in it
     */
    public boolean purgeMember(UUID dead, UUID emptied) {
        List<PurgeRepository.DeadMember> members = purges.memberOf(dead, emptied);
        members.forEach(this::purge);
        return !members.isEmpty();
    }

    /**
     * Purges a mapping that has ended: the mapping's row goes, then the name's if nothing needs it, then the resource if nothing leads to it. The
     * past of what is under version control stays, and that of collections in which workspaces show such; and what is held.
     */
    public void close(PurgeCandidate candidate) {
        if (holds.isNeeded(candidate.resourceId())) {
            purges.keep(candidate);
            purges.hold(candidate);
            return;
        }
        purges.release(candidate);
        if (purges.isVersioned(candidate.resourceId()) || purges.isStillShown(candidate)) {
            purges.keep(candidate);
            return;
        }
        purges.deleteFormerMember(candidate);
        purges.deleteNameIfUnused(candidate.memberId());
        deleteIfUnreachable(candidate.resourceId());
    }

    private void purge(PurgeRepository.DeadMember member) {
        purges.deleteName(member.id());
        if (member.resourceId() != null) {
            deleteIfUnreachable(member.resourceId());
        }
    }

    private void deleteIfUnreachable(UUID resource) {
        boolean reachable = purges.isVersioned(resource)
                || purges.isMapped(resource)
                || purges.isRemembered(resource)
                || purges.hasMembers(resource);
        if (!reachable) {
            contents.releaseAll(resource);
            gone.fire(new ContentGone(resource, null));
            purges.deleteResource(resource);
        }
    }
}

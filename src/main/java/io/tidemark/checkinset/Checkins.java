package io.tidemark.checkinset;

import io.tidemark.checkinset.RequestedCheckinSet.Wanted;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.namespace.PinnedRevisions;
import io.tidemark.namespace.RevisionHolder;
import io.tidemark.namespace.RevisionMade;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Notes the revisions that a request makes in the checkin set that it names. Those of files are the set's members; those of
 * collections, which stand for what was put there or taken away, only say in which set they were made.
 */
@ApplicationScoped
public class Checkins implements RevisionHolder {

    @Inject
    private RequestedCheckinSet requested;

    @Inject
    private CheckinSetRepository sets;

    @Inject
    private PinnedRevisions members;

    /**
     * Notes a revision, in the transaction that makes it.
     *
     * @throws DavException 409 {@code no-such-checkin-set} or {@code checkin-set-closed}, when it has become so
     */
    void note(@Observes RevisionMade made) {
        requested.get().ifPresent(wanted -> note(made, wanted));
    }

    private void note(RevisionMade made, Wanted wanted) {
        CheckinSet set =
                sets.lock(wanted.set()).orElseThrow(() -> DavException.of(409, Conditions.NO_SUCH_CHECKIN_SET));
        if (set.closed()) {
            throw DavException.of(409, Conditions.CHECKIN_SET_CLOSED);
        }
        sets.note(made.resource(), made.number(), set.collection());
        if (!made.collection()) {
            members.add(set.collection(), wanted.name(), made.resource(), made.number());
        }
    }

    @Override
    public Set<Integer> held(UUID resource, Collection<Integer> numbers) {
        return sets.held(resource, numbers);
    }

    @Override
    public boolean preventsDestruction(UUID resource) {
        return sets.holds(resource);
    }
}

package io.tidemark.configuration.inheritance;

import io.tidemark.configuration.inheritance.PendingRepository.Pending;
import io.tidemark.journal.Change;
import io.tidemark.target.RevisionViewRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Works inherited revisions off, a batch in each transaction: what has come to some is not lost for the others. */
@Stateless
public class PendingService {

    private static final int BATCH = 100;

    @Inject
    private PendingRepository pending;

    @Inject
    private RevisionViewRepository resources;

    @Inject
    private ConfigurationLocations locations;

    @Inject
    private DerivedConfigurations derived;

    @Inject
    private Change change;

    /** The oldest inherited revisions that wait. */
    public List<UUID> oldest() {
        return pending.oldest(BATCH);
    }

    /**
     * Works on one.
     *
     * @return whether there is more to do for it
     */
    public boolean handDown(UUID id) {
        Optional<Pending> found = pending.lock(id);
        if (found.isEmpty()) {
            return false;
        }
        Pending waiting = found.get();
        InheritedRevision inherited = waiting.inherited();
        change.actFor(waiting.principal());
        // Whoever writes a file has its row: nothing that it shows anywhere changes meanwhile.
        boolean there = resources.locked(inherited.resource()).isPresent();
        List<WorkspaceEntry> members =
                there ? locations.members(inherited.resource(), waiting.after(), BATCH) : List.of();
        members.forEach(member -> derived.inherit(inherited, member));
        if (members.size() == BATCH) {
            pending.moveOn(id, members.get(BATCH - 1).id());
            return true;
        }
        if (there) {
            derived.tell(inherited);
        }
        pending.delete(id);
        return false;
    }
}

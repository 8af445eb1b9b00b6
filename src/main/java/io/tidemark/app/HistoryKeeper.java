package io.tidemark.app;

import io.tidemark.journal.Forgetting;
import io.tidemark.kernel.sql.Retry;
import io.tidemark.namespace.Grave;
import io.tidemark.namespace.Reaper;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps the history as long as it is configured to, and no longer: tokens that would need more are refused first, then what
 * was deleted that long ago goes for ever, then the journal's own rows.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HistoryKeeper {

    @EJB
    private Forgetting forgetting;

    @EJB
    private Reaper reaper;

    /** Runs every five minutes. */
    @Schedule(hour = "*", minute = "*/5", persistent = false)
    public void forget() {
        long limit = forgetting.limit();
        while (Retry.transaction(() -> forgetting.announce(limit))) {
            // A batch at a time: the journal's head is locked meanwhile.
        }
        long announced = forgetting.announced();
        List<Grave> graves = reaper.graves(announced);
        while (!graves.isEmpty()) {
            graves.forEach(this::close);
            graves = reaper.graves(announced);
        }
        while (Retry.transaction(() -> forgetting.delete())) {
            // The same.
        }
    }

    private void close(Grave grave) {
        if (reaper.isDead(grave)) {
            empty(grave.resourceId());
        }
        Retry.transaction(() -> reaper.close(grave));
    }

    /** Empties a dead collection from below, without recursion: trees may be deep. */
    private void empty(UUID root) {
        Deque<UUID> path = new ArrayDeque<>(List.of(root));
        while (!path.isEmpty()) {
            UUID collection = path.element();
            while (Retry.transaction(() -> reaper.empty(collection))) {
                // A batch at a time.
            }
            Optional<UUID> below = reaper.memberCollection(collection);
            if (below.isPresent()) {
                path.push(below.get());
                continue;
            }
            path.pop();
            UUID above = path.peek();
            if (above != null) {
                Retry.transaction(() -> reaper.buryMember(above, collection));
            }
        }
    }
}

package io.tidemark.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the change under way has done to which resources: the rows that tell of them say so when they are written. */
final class Deeds {

    private final Map<UUID, Integer> done = new HashMap<>();
    private final Map<UUID, Integer> revisions = new HashMap<>();
    private final Set<UUID> movedAway = new HashSet<>();
    private boolean filled;
    private final Set<Long> mapped = new HashSet<>();
    private final Map<Long, Integer> chosen = new HashMap<>();

    void did(UUID resource, Deed deed) {
        done.merge(resource, deed.bit(), (one, other) -> one | other);
    }

    /** Says which revision shows what was done. */
    void made(UUID resource, int revision) {
        revisions.put(resource, revision);
    }

    /** Says that something went from one of its names, to another one. */
    void movedAway(UUID resource) {
        movedAway.add(resource);
    }

    /** Says that something came to a name, and not only that the name shows something else of it. */
    void mapped(long memberId) {
        mapped.add(memberId);
    }

    /** Says which revision a name shows by choice. */
    void chosen(long memberId, int revision) {
        chosen.put(memberId, revision);
    }

    /** Says that a collection was made with members: of them no row tells, and nobody needs to remember them. */
    void cameWith(Collection<UUID> resources) {
        filled = true;
        resources.forEach(done::remove);
        resources.forEach(revisions::remove);
    }

    /** The same row with what was done. */
    JournalRow told(JournalRow row) {
        UUID resource = row.resourceId();
        if (resource == null) {
            return row.with(Deed.REMOVED.bit(), null);
        }
        return row.with(bits(row, resource), shown(row, resource));
    }

    private @Nullable Integer shown(JournalRow row, UUID resource) {
        Integer chosenThere = row.memberId() == null ? null : chosen.get(row.memberId());
        return chosenThere == null ? revisions.get(resource) : chosenThere;
    }

    private int bits(JournalRow row, UUID resource) {
        int did = done.getOrDefault(resource, 0);
        if ((did & Deed.CREATED.bit()) != 0) {
            return Deed.CREATED.bit() | (filled ? Deed.FILLED.bit() : 0);
        }
        Long member = row.memberId();
        if (member != null && mapped.contains(member)) {
            return did | (movedAway.contains(resource) ? Deed.MOVED : Deed.BOUND).bit();
        }
        if (did != 0) {
            return did;
        }
        // A name that shows another revision than before shows one that has just been made, or an earlier one.
        Integer made = revisions.get(resource);
        boolean earlier = row.kind() == ChangeKind.MAPPED && (made == null || !made.equals(shown(row, resource)));
        return (earlier ? Deed.DEFAULT : Deed.MODIFIED).bit();
    }
}

package io.tidemark.content;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.sql.SqlStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Makes received bodies the store's own, inside the transaction that refers to them. */
@ApplicationScoped
public class Contents {

    @Inject
    private ContentRepository repository;

    @Inject
    private ContentStore store;

    /**
     * Keeps a body: its row is in the transaction, its file on the disk before the transaction can commit. A file without
     * a row may stay behind, never a row without a file.
     *
     * @return when it was stored first; what refers to the body says so
     * @throws DavException 507 when the disk is full
     */
    public Instant keep(StagedBody staged) {
        Optional<Instant> storedAt = Optional.empty();
        while (storedAt.isEmpty()) {
            // Should the collector delete the row between the two statements, it is inserted after all.
            storedAt = repository.insertIfAbsent(staged)
                    ? Optional.of(staged.arrivedAt())
                    : repository.unmark(staged.hash());
        }
        place(staged);
        return storedAt.get();
    }

    /** The statement with which {@link #keep} begins, for those who send others with it; {@link #inserted} must follow. */
    public SqlStatement insertion(StagedBody staged) {
        return ContentRepository.insertion(staged);
    }

    /**
     * Goes on as {@link #keep} does after its first statement.
     *
     * @param added whether that added a row
     * @return as {@link #keep}: the time of its arrival if it was added
     */
    public Instant inserted(StagedBody staged, boolean added) {
        if (!added) {
            return keep(staged);
        }
        place(staged);
        return staged.arrivedAt();
    }

    /** {@link #keep} for many bodies; says of each when it was stored first. */
    public Map<ContentHash, Instant> keepAll(Collection<StagedBody> staged) {
        // In one order for all: of two transactions that keep the same bodies, one waits for the other, never both.
        SortedMap<String, StagedBody> distinct = new TreeMap<>();
        staged.forEach(body -> distinct.put(body.hash().toString(), body));
        List<StagedBody> bodies = List.copyOf(distinct.values());
        int[] added = repository.insertIfAbsent(bodies);
        Map<ContentHash, Instant> storedAt = new HashMap<>();
        for (int i = 0; i < added.length; i++) {
            storedAt.put(bodies.get(i).hash(), inserted(bodies.get(i), added[i] > 0));
        }
        return storedAt;
    }

    private void place(StagedBody staged) {
        if (staged.file() != null && !store.exists(staged.hash())) {
            try {
                store.put(staged.hash(), staged.file());
            } catch (IOException e) {
                throw DavException.of(507, Conditions.SUFFICIENT_DISK_SPACE);
            }
        }
    }

    /** Notes that the transaction takes a reference to a body away. */
    public void release(ContentHash hash) {
        repository.release(hash, OffsetDateTime.now(ZoneOffset.UTC));
    }

    /** Notes that the transaction takes away all references that a resource's revisions have, which are still there. */
    public void releaseAll(UUID resource) {
        repository.releaseAll(resource, OffsetDateTime.now(ZoneOffset.UTC));
    }
}

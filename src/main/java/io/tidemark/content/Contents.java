package io.tidemark.content;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
     * @throws DavException 507 when the disk is full
     */
    public void keep(Received received) {
        while (!repository.insertIfAbsent(received.hash(), received.length(), received.body())
                && !repository.reprieve(received.hash())) {
            // The collector deleted the row between the two statements: insert it again.
            Thread.onSpinWait();
        }
        if (received.file() != null && !store.exists(received.hash())) {
            try {
                store.put(received.hash(), received.file());
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

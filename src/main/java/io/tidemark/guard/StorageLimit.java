package io.tidemark.guard;

import io.tidemark.kernel.error.DavException;
import io.tidemark.target.FilesTarget;
import java.util.UUID;

/** What sets limits to how much is stored. The room of quotas provides it. */
public interface StorageLimit {

    /**
     * Refuses a body that cannot be stored as things are now, before it is read. It locks nothing, and promises nothing.
     *
     * @param bytes the body's length; 0 where nobody knows
     * @throws DavException 507 {@code quota-not-exceeded} or {@code sufficient-disk-space}
     */
    void preview(FilesTarget target, long bytes);

    /**
     * Counts bytes that are there to be stored at a target, but are not yet: until {@link #release}, wherever the target is
     * by then.
     *
     * @param holder whose bytes they are, by an id that no resource has
     * @param bytes how many more there are; fewer, if negative
     */
    void hold(UUID holder, FilesTarget target, long bytes);

    /** Counts the bytes of a holder no more. */
    void release(UUID holder);

    /**
     * Counts what the current transaction has stored, and refuses it if it is too much. It is the last thing that a request
     * does: who stores under the same limit waits from here to the commit.
     *
     * @throws DavException 507 {@code quota-not-exceeded}
     */
    void settle();
}

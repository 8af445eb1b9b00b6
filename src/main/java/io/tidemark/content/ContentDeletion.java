package io.tidemark.content;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The collector's two steps, each a transaction. */
@Stateless
public class ContentDeletion {

    @Inject
    private ContentRepository repository;

    @Inject
    private ContentStore store;

    /** Condemns a body to which nothing refers. */
    public void condemn(ContentHash hash) {
        repository.condemnIfUnreferenced(hash, OffsetDateTime.now(ZoneOffset.UTC));
    }

    /**
     * Deletes a body that was condemned before {@code before}. Its file goes while its row is locked: an upload of the same
     * body waits for the commit, finds no row and puts a file of its own.
     */
    public void delete(ContentHash hash, OffsetDateTime before) {
        if (repository.deleteIfCondemned(hash, before)) {
            try {
                store.delete(hash);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package io.tidemark.content;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * What is done to stored bodies in the background, each step a transaction. A file goes while its body's row is locked: an upload of the same body waits
 * for the commit, finds no row and puts a file of its own.
 */
@Stateless
public class ContentDeletion {

    @Inject
    private ContentRepository repository;

    @Inject
    private ContentStore store;

    /** Looks at a body of which a reference went before {@code before}: keeps it, marks it, or deletes it. */
    public void examine(ContentHash hash, OffsetDateTime before) {
        if (repository.isReferenced(hash)) {
            repository.unmark(hash);
            repository.forgetReleases(hash, before);
        } else if (repository.deleteIfCondemned(hash, before)) {
            delete(hash);
            repository.forgetReleases(hash, before);
        } else {
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
            repository.markForPurge(hash, now);
            repository.postponeReleases(hash, before, now);
        }
    }

    /** Deletes the file of a body that has no row. Until the commit, nobody else can make the row. */
    public void deleteStray(ContentHash hash) {
        if (repository.insertIfAbsent(new StagedBody(hash, 0, Instant.now(), null, null))) {
            delete(hash);
            repository.deleteRow(hash);
        }
    }

    /** Keeps the checksums of a body. */
    public void keepSums(ContentHash hash, Sums sums) {
        repository.keepSums(hash, sums);
    }

    private void delete(ContentHash hash) {
        try {
            store.delete(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

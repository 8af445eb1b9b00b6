package io.tidemark.files;

import io.tidemark.content.Receiver;
import io.tidemark.content.StagedBody;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.jspecify.annotations.Nullable;

/** The versions that an archive brings, on their way: each is read outside any transaction, and some are committed together. */
final class HistoryRun implements AutoCloseable {

    /** Of lines that are looked at together. */
    private static final int PAGE = 500;

    private static final int MOST_ENTRIES = 500;
    private static final long MOST_BYTES = 4 << 20;
    private static final String CONTENT = "history/";

    private final HistoryManifest manifest;
    private final HistoryImportService service;
    private final DavPath collection;
    private final Preconditions preconditions;
    private final List<HistoryEntry> batch = new ArrayList<>();
    private long bytes;
    private boolean first = true;
    private ImportTally tally = ImportTally.NOTHING;
    private @Nullable HistoryLine next;

    /**
     * Begins with the manifest.
     *
     * @throws DavException 403 for others than administrators; 422 for a bad manifest; 409 {@code already-there} where one of its
     *     names is taken. Nothing has been changed then
     */
    HistoryRun(
            HistoryManifest manifest, HistoryImportService service, DavPath collection, Preconditions preconditions) {
        this.manifest = manifest;
        this.service = service;
        this.collection = collection;
        this.preconditions = preconditions;
        List<DavPath> page = new ArrayList<>();
        manifest.check(line -> {
            page.add(line.path());
            if (page.size() == PAGE) {
                service.preview(collection, page);
                page.clear();
            }
        });
        service.preview(collection, page);
        next = manifest.next();
    }

    /** Whether the archive's next entry is to be a version's content. */
    boolean isOpen() {
        return next != null;
    }

    /**
     * Takes the content of the next version.
     *
     * @throws DavException 422 when it is not what the manifest says
     */
    void take(TarArchiveEntry item, TarReader tar, Receiver receiver) {
        HistoryLine line = next;
        if (line == null || !item.getName().equals(CONTENT + line.hash())) {
            throw DavException.unprocessable("This is not the content of the next version: " + item.getName());
        }
        StagedBody staged = receiver.receive(tar.body(), item.getRealSize());
        batch.add(new HistoryEntry(line, staged));
        bytes += staged.length();
        if (!staged.hash().equals(line.hash())) {
            throw DavException.unprocessable("A content has another SHA-256 than its line says: " + item.getName());
        }
        next = manifest.next();
        if (next == null || batch.size() == MOST_ENTRIES || bytes >= MOST_BYTES) {
            commit();
        }
    }

    private void commit() {
        tally = tally.plus(service.store(collection, preconditions, first, List.copyOf(batch)));
        first = false;
        forget();
    }

    /** What is committed. */
    ImportTally tally() {
        return tally;
    }

    private void forget() {
        batch.forEach(entry -> entry.staged().close());
        batch.clear();
        bytes = 0;
    }

    @Override
    public void close() {
        forget();
    }
}

package io.tidemark.files;

import io.tidemark.content.Receiver;
import io.tidemark.content.StagedBody;
import io.tidemark.guard.Preconditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** One import on its way: reads the archive, outside any transaction, and commits what has come, batch by batch. */
final class ImportRun {

    /** The types of entries that are files; links, devices and what else systems have are none. */
    private static final Set<Byte> FILES = Set.of(
            TarConstants.LF_OLDNORM, TarConstants.LF_NORMAL, TarConstants.LF_CONTIG, TarConstants.LF_GNUTYPE_SPARSE);

    /** What has a date in HTTP: years of four digits. */
    private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59Z");

    /** Names that an answer lists; what is skipped without end must not gather in memory. */
    private static final int NAMED = 100;

    private final Receiver receiver;
    private final ImportService service;
    private final HistoryImportService histories;
    private final DavPath collection;
    private final Preconditions preconditions;
    private final List<String> skipped = new ArrayList<>();
    private long skippedCount;
    private ImportTally tally = ImportTally.NOTHING;
    private boolean first = true;

    ImportRun(
            Receiver receiver,
            ImportService service,
            HistoryImportService histories,
            DavPath collection,
            Preconditions preconditions) {
        this.receiver = receiver;
        this.service = service;
        this.histories = histories;
        this.collection = collection;
        this.preconditions = preconditions;
    }

    /**
     * Imports all that the archive holds.
     *
     * @throws DavException for the first thing that cannot be done; what was committed before stays
     */
    void run(TarReader tar) {
        TarArchiveEntry item = tar.next();
        if (item != null && item.getName().equals(HistoryManifest.NAME)) {
            bringHistory(item, tar);
            item = tar.next();
        }
        try (ImportBatch batch = new ImportBatch()) {
            for (; item != null; item = tar.next()) {
                take(item, tar, batch);
            }
            commit(batch);
        }
    }

    private void bringHistory(TarArchiveEntry item, TarReader tar) {
        StagedBody staged = receiver.receive(tar.body(), item.getRealSize());
        try (HistoryManifest manifest = new HistoryManifest(staged, collection);
                HistoryRun run = new HistoryRun(manifest, histories, collection, preconditions)) {
            try {
                while (run.isOpen()) {
                    TarArchiveEntry content = tar.next();
                    if (content == null) {
                        throw DavException.unprocessable("The archive has fewer contents than its manifest has lines.");
                    }
                    run.take(content, tar, receiver);
                }
            } finally {
                tally = tally.plus(run.tally());
                first = tally.changes() == 0;
            }
        }
    }

    /** What is committed. */
    ImportTally tally() {
        return tally;
    }

    /** How many entries were neither files nor collections. */
    long skippedCount() {
        return skippedCount;
    }

    /** The names of the first of them. */
    List<String> skipped() {
        return skipped;
    }

    private void take(TarArchiveEntry item, TarReader tar, ImportBatch batch) {
        if (!item.isDirectory() && !FILES.contains(item.getLinkFlag())) {
            skippedCount++;
            if (skipped.size() < NAMED) {
                skipped.add(item.getName());
            }
            return;
        }
        DavPath path = EntryName.below(collection, item.getName());
        if (path.equals(collection.asCollection(false))) {
            return;
        }
        if (batch.endsBefore(path, item.isDirectory())) {
            commit(batch);
        }
        batch.add(item.isDirectory() ? new ImportEntry(path, null, null) : file(path, item, tar));
    }

    private ImportEntry file(DavPath path, TarArchiveEntry item, TarReader tar) {
        Instant modified = item.getLastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS);
        if (modified.isBefore(FIRST_TIME) || modified.isAfter(LAST_TIME)) {
            throw DavException.badRequest("The entry's time is out of range: " + item.getName());
        }
        Upload upload = Upload.of(path.name(), modified);
        StagedBody staged = receiver.receive(tar.body(), item.getRealSize());
        return new ImportEntry(path, upload, staged);
    }

    private void commit(ImportBatch batch) {
        if (!batch.isEmpty()) {
            tally = tally.plus(service.store(collection, preconditions, first, batch.entries()));
            first = false;
            batch.close();
        }
    }
}

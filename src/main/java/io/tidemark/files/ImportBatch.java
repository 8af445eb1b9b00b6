package io.tidemark.files;

import io.tidemark.content.StagedBody;
import io.tidemark.kernel.http.DavPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The entries that an import commits together, and how many those are. */
final class ImportBatch implements AutoCloseable {

    /** From here on it ends when another collection begins: what comes along with its collection costs the journal nothing. */
    private static final int WORTH_A_TRANSACTION = 2_000;

    private static final int MAX_ENTRIES = 4_000;
    private static final int MAX_COLLECTIONS = 500;
    /** Of bodies that are held in memory. */
    private static final long MAX_BYTES = 4 << 20;
    /** Of bodies that wait in files. */
    private static final long MAX_STAGED_BYTES = 64 << 20;
    /** A slow client's entries do not wait longer for those that are still to come: their files would be cleaned away. */
    private static final long MAX_AGE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanoTime;
    private final Map<DavPath, ImportEntry> entries = new LinkedHashMap<>();
    private final Set<DavPath> collections = new HashSet<>();
    private long bytes;
    private long stagedBytes;
    private long begun;

    ImportBatch() {
        this(System::nanoTime);
    }

    /** A batch that is told the time, in nanoseconds since whenever. */
    ImportBatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether all before an entry must be committed first: the batch is full, or the entry builds on what it does. */
    boolean endsBefore(DavPath path, boolean collection) {
        int size = entries.size();
        return size >= MAX_ENTRIES
                || collections.size() >= MAX_COLLECTIONS
                || bytes >= MAX_BYTES
                || stagedBytes >= MAX_STAGED_BYTES
                || (size > 0 && nanoTime.getAsLong() - begun > MAX_AGE_NANOS)
                || (collection && size >= WORTH_A_TRANSACTION)
                || meets(path, collection);
    }

    /** Whether the archive has said something else of this name, or of one on the way to it, already. */
    private boolean meets(DavPath path, boolean collection) {
        if (!collection && (entries.containsKey(path) || collections.contains(path))) {
            return true;
        }
        for (DavPath above = path;
                above.segments().size() > 1;
                above = above.parent().asCollection(false)) {
            if (isFile(above)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFile(DavPath path) {
        ImportEntry entry = entries.get(path);
        return entry != null && entry.isFile();
    }

    void add(ImportEntry entry) {
        if (entries.isEmpty()) {
            begun = nanoTime.getAsLong();
        }
        entries.put(entry.path(), entry);
        DavPath collection = entry.isFile() ? entry.path().parent().asCollection(false) : entry.path();
        while (collections.add(collection) && collection.segments().size() > 1) {
            collection = collection.parent().asCollection(false);
        }
        if (entry.isFile() && entry.content().file() != null) {
            stagedBytes += entry.content().length();
        } else if (entry.isFile()) {
            bytes += entry.content().length();
        }
    }

    List<ImportEntry> entries() {
        return new ArrayList<>(entries.values());
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Forgets all entries, and what was staged for them and not kept. */
    @Override
    public void close() {
        entries.values().stream()
                .filter(ImportEntry::isFile)
                .map(ImportEntry::content)
                .forEach(StagedBody::close);
        entries.clear();
        collections.clear();
        bytes = 0;
        stagedBytes = 0;
    }
}

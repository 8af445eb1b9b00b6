package io.tidemark.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * An index in a directory. What it holds can be made again from the store; so one that cannot be read, or has another form than is
 * wanted, is thrown away, and begun anew.
 */
final class LuceneIndex implements Closeable {

    private static final Logger LOG = System.getLogger(LuceneIndex.class.getName());

    /** Under which name an index keeps of which form it is. */
    private static final String FORM = "form";

    private static final double BUFFER_MIB = 32;

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<String, String> committed;
    private final String form;

    /** Something that is asked of an index. */
    @FunctionalInterface
    interface Question<T> {

        /** Asks it. */
        T ask(IndexSearcher searcher) throws IOException;
    }

    private LuceneIndex(FSDirectory directory, IndexWriter writer, String form) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.form = form;
        this.committed = read(writer);
        this.searchers = new SearcherManager(writer, null);
    }

    private static LuceneIndex of(Path place, String form, @Nullable Sort sort) throws IOException {
        FSDirectory directory = FSDirectory.open(place);
        IndexWriter writer = null;
        try {
            IndexWriterConfig config =
                    new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MIB).setCommitOnClose(false);
            if (sort != null) {
                config.setIndexSort(sort);
            }
            writer = new IndexWriter(directory, config);
            return new LuceneIndex(directory, writer, form);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(writer, directory);
            throw e;
        }
    }

    /**
     * Opens an index, or makes an empty one.
     *
     * @param form what kind of documents are wanted in it: an index of any other form is thrown away
     * @param sort in which order the documents lie in it; null for the one in which they come
     * @throws LockObtainFailedException when another process has it open
     */
    static LuceneIndex open(Path place, String form, @Nullable Sort sort) throws IOException {
        Files.createDirectories(place);
        try {
            LuceneIndex index = of(place, form, sort);
            if (index.committed.isEmpty() || form.equals(index.committed.get(FORM))) {
                return index;
            }
            index.close();
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "The index in {0} cannot be read, and is made anew: {1}", place, e.toString());
        }
        clear(place);
        return of(place, form, sort);
    }

    private static void clear(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
        }
    }

    private static Map<String, String> read(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        (live == null ? List.<Map.Entry<String, String>>of() : live)
                .forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        return data;
    }

    /** What was kept along with the last commit before it was opened. */
    Map<String, String> committed() {
        return committed;
    }

    /** What changes it. */
    IndexWriter writer() {
        return writer;
    }

    /** What it is asked by, as it was when it was refreshed last. */
    SearcherManager searchers() {
        return searchers;
    }

    /** Asks something of it, as it was when it was refreshed last. */
    <T> T ask(Question<T> question) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return question.ask(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets what has been written be found. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Puts what has been written on the disk, and something to remember along with it. */
    void commit(Map<String, String> data) throws IOException {
        Map<String, String> all = new HashMap<>(data);
        all.put(FORM, form);
        if (!writer.hasUncommittedChanges() && all.equals(read(writer))) {
            return;
        }
        writer.setLiveCommitData(all.entrySet());
        writer.commit();
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer) {
            searchers.close();
        }
    }
}

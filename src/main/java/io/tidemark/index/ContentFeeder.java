package io.tidemark.index;

import io.tidemark.content.ContentHash;
import io.tidemark.index.BodyRepository.StoredBody;
import io.tidemark.index.ExtractorProcess.Outcome;
import io.tidemark.index.ExtractorProcess.Result;
import io.tidemark.index.TailRepository.Row;
import io.tidemark.kernel.memory.Pages;
import io.tidemark.namespace.ResourceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings the index of contents to where the store is. It does so in two ways: it follows the journal, which is quick; and it compares
 * all contents with the index, in the order of their hashes, which finds whatever the journal does not tell of, and what has gone.
 */
@ApplicationScoped
class ContentFeeder {

    private static final Logger LOG = System.getLogger(ContentFeeder.class.getName());
    private static final int PAGE = 500;
    private static final int MOST_UNFINISHED = 10_000;
    private static final ContentHash FIRST = ContentHash.of(new byte[ContentHash.LENGTH]);

    /** Contents that take long, each once. What there is no room for is found when all is compared. */
    private final BlockingQueue<ContentHash> unfinished = new LinkedBlockingQueue<>(MOST_UNFINISHED);

    @Inject
    private BodyRepository bodies;

    @Inject
    private JournalTail journal;

    @Inject
    private ContentReader reader;

    /**
     * Adds what changes have brought.
     *
     * @param after the change that is known already
     * @param last the one up to which all are to be known
     */
    void follow(ContentIndex index, long after, long last) throws IOException {
        for (List<Row> page : journal.rows(after, last)) {
            addAll(index, page.stream().map(Row::hash).filter(Objects::nonNull).collect(Collectors.toSet()));
            for (Row row : page) {
                if (row.filled() && row.resource() != null) {
                    fill(index, row.resource());
                }
            }
        }
    }

    private void fill(ContentIndex index, UUID collection) {
        journal.below(collection, (parent, page) -> {
            try {
                addAll(
                        index,
                        page.stream()
                                .map(member -> member.resource())
                                .map(ResourceView::hash)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * Compares everything.
     *
     * @param meanwhile what is done after each page, lest what is new should wait
     */
    void compare(ContentIndex index, Meanwhile meanwhile) throws IOException {
        ContentHash last = FIRST;
        for (List<ContentHash> page :
                Pages.<ContentHash>of(PAGE, before -> bodies.after(before == null ? FIRST : before, PAGE))) {
            ContentHash end = page.get(page.size() - 1);
            removeOthers(index, last, page.size() < PAGE ? null : end, new HashSet<>(page));
            addAll(index, page);
            last = end;
            meanwhile.run();
        }
        if (last.equals(FIRST)) {
            removeOthers(index, FIRST, null, Set.of());
        }
        index.refresh();
    }

    /** Something that is done between pages. */
    @FunctionalInterface
    interface Meanwhile {

        /** Does it. */
        void run() throws IOException;
    }

    /** Forgets what is in the index between two hashes and not in the store; the last page has no end. */
    private static void removeOthers(
            ContentIndex index, ContentHash from, @Nullable ContentHash end, Set<ContentHash> stored)
            throws IOException {
        byte[] to = end == null ? null : end.bytes();
        for (List<ContentHash> page :
                Pages.<ContentHash>of(PAGE, before -> index.after(before == null ? from : before, PAGE))) {
            Set<ContentHash> gone = new HashSet<>();
            for (ContentHash hash : page) {
                if (to != null && Arrays.compareUnsigned(hash.bytes(), to) > 0) {
                    index.remove(gone);
                    return;
                }
                if (!stored.contains(hash)) {
                    gone.add(hash);
                }
            }
            index.remove(gone);
        }
    }

    private void addAll(ContentIndex index, Collection<ContentHash> hashes) throws IOException {
        Set<ContentHash> known = index.known(hashes);
        boolean added = false;
        for (ContentHash hash : hashes) {
            if (!known.contains(hash) && !unfinished.contains(hash)) {
                add(index, hash, false);
                added = true;
            }
        }
        if (added) {
            // The next page may have the same contents, which are read once.
            index.refresh();
        }
    }

    /**
     * Reads what others were not to wait for, one after the other.
     *
     * @param index asked for each: it may be another by then
     */
    void finish(Supplier<@Nullable ContentIndex> index) throws IOException {
        for (ContentHash hash = unfinished.peek(); hash != null; hash = unfinished.peek()) {
            ContentIndex current = index.get();
            if (current == null) {
                return;
            }
            add(current, hash, true);
            current.refresh();
            unfinished.remove(hash);
        }
    }

    /** Whether there is something that others were not to wait for. */
    boolean hasUnfinished() {
        return !unfinished.isEmpty();
    }

    private void add(ContentIndex index, ContentHash hash, boolean patiently) throws IOException {
        StoredBody body = bodies.find(hash).orElse(null);
        if (body == null) {
            return;
        }
        try {
            Outcome outcome = reader.read(body, patiently);
            if (outcome.result() == Result.UNFINISHED && !patiently) {
                if (!unfinished.offer(hash)) {
                    LOG.log(Level.DEBUG, "Content {0} is left for later", hash);
                }
                return;
            }
            boolean read = outcome.result() == Result.READ;
            index.add(hash, read ? outcome.text() : "");
            if (!read) {
                list(index, hash, outcome.text());
            }
        } catch (NoSuchFileException e) {
            // It has been deleted since; or it is lost, which scripts/verify finds.
            LOG.log(Level.DEBUG, "No file for {0}", hash);
        }
    }

    /** Lists what could not be read, once: nobody tries again. */
    private void list(ContentIndex index, ContentHash hash, String reason) throws IOException {
        String holder = bodies.holder(hash).map(id -> "urn:uuid:" + id).orElse("-");
        String line = reason.replaceAll("\\s+", " ");
        LOG.log(Level.INFO, "Content {0} of {1} is not indexed: {2}", hash, holder, line);
        index.list(hash, holder, line);
    }
}

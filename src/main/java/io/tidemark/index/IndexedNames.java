package io.tidemark.index;

import io.tidemark.index.NameIndex.Position;
import io.tidemark.journal.JournalRepository;
import io.tidemark.journal.Sequencer;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/**
 * Finds names. Whoever looks for some first has the index follow the journal up to the newest change, which is a few steps, as it
 * follows by itself all the time: so what has been answered is found.
 */
@ApplicationScoped
public class IndexedNames {

    private static final Logger LOG = System.getLogger(IndexedNames.class.getName());

    /** So many changes are caught up with while somebody waits; more are left to {@link NameKeeper}. */
    private static final int SOON = 2_000;

    private static final int WAIT_SECONDS = 2;

    @Inject
    private NameFeeder feeder;

    @Inject
    private JournalRepository journal;

    @Inject
    private JournalTail tail;

    @EJB
    private Sequencer sequencer;

    private final ReentrantLock following = new ReentrantLock();
    private volatile @Nullable NameIndex index;
    private volatile long number;

    /**
     * Looks for names as they are now.
     *
     * @return what is found, to be closed; empty where there is no index that is whole
     */
    public Optional<NameHits> find(NameQuery query, List<NameOrder> orders) {
        try {
            NameIndex current = index;
            return current == null || !isCurrent(current) ? Optional.empty() : Optional.of(current.find(query, orders));
        } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
            lost(e);
            return Optional.empty();
        }
    }

    /** Up to which change this node's index knows all; empty while it has none. */
    public OptionalLong number() {
        return index == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private boolean isCurrent(NameIndex current) throws IOException {
        long head = sequencer.sequence();
        if (head <= number) {
            return true;
        }
        if (head - number > SOON || !lock()) {
            return false;
        }
        try {
            return follow(current, head);
        } finally {
            following.unlock();
        }
    }

    private boolean lock() {
        try {
            return following.tryLock(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Follows the journal to a change; says whether the index is whole up to there. */
    private boolean follow(NameIndex current, long head) throws IOException {
        if (head > number) {
            feeder.follow(current, number, head);
            if (tail.isForgotten(number)) {
                close();
                return false;
            }
            number = head;
        }
        return true;
    }

    /** Begins to answer from an index, which is followed or built first. */
    void open(NameIndex opened, BooleanSupplier ended) throws IOException {
        long head = sequencer.sequence();
        Optional<Position> known = opened.position().filter(position -> isOurs(position, head));
        if (known.isPresent()) {
            number = known.get().number();
        } else {
            number = make(opened, ended);
        }
        index = opened;
    }

    /**
     * Makes an index of all names, and puts it on the disk.
     *
     * @param ended whether to give up
     * @return the change that it knows
     */
    long make(NameIndex made, BooleanSupplier ended) throws IOException {
        long head = sequencer.sequence();
        made.clear();
        feeder.build(made, ended);
        made.commit(new Position(journal.incarnation(), head, change(head)));
        return head;
    }

    /** A restored store has the same numbers, perhaps for other changes. */
    private boolean isOurs(Position position, long head) {
        return position.incarnation().equals(journal.incarnation())
                && position.number() <= head
                && !tail.isForgotten(position.number())
                && position.change().equals(change(position.number()));
    }

    private String change(long of) {
        return journal.hash(of).map(HexFormat.of()::formatHex).orElse("");
    }

    /** Follows the journal. */
    void follow() throws IOException {
        NameIndex current = index;
        if (current != null) {
            following.lock();
            try {
                follow(current, sequencer.sequence());
            } finally {
                following.unlock();
            }
        }
    }

    /** Puts what is known on the disk. */
    void commit() throws IOException {
        NameIndex current = index;
        if (current != null) {
            following.lock();
            try {
                current.commit(new Position(journal.incarnation(), number, change(number)));
            } finally {
                following.unlock();
            }
        }
    }

    /** Whether there is an index to answer from. */
    boolean isOpen() {
        return index != null;
    }

    /** Answers no more. */
    void close() {
        index = null;
    }

    private void lost(Exception e) {
        LOG.log(Level.ERROR, "The index of names cannot be read; it is opened again, or made anew", e);
        close();
    }
}

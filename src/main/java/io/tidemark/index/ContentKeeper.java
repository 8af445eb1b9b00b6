package io.tidemark.index;

import io.tidemark.journal.Sequencer;
import io.tidemark.kernel.sql.DatabaseState;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/** Keeps the index of contents at most a few seconds behind the store. */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ContentKeeper {

    private static final Logger LOG = System.getLogger(ContentKeeper.class.getName());

    /** The timer for what takes long. */
    private static final String FINISH = "finish";

    private static final long MILLIS_AFTER_FAILURE = 30_000;
    private static final long BETWEEN_COMMITS_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final Duration BETWEEN_COMPARISONS = Duration.ofHours(1);

    @Inject
    private NodeDirectory directory;

    @Inject
    private Languages languages;

    @Inject
    private IndexedContents contents;

    @Inject
    private ContentFeeder feeder;

    @Inject
    private ContentReader reader;

    @EJB
    private Sequencer sequencer;

    @Inject
    private JournalTail journal;

    @Inject
    private DatabaseState database;

    @Resource
    private TimerService timers;

    private volatile boolean ended;
    private final AtomicBoolean finishing = new AtomicBoolean();
    private volatile @Nullable ContentIndex index;
    private long number;
    private long committedNanos = System.nanoTime();

    /** When all was compared last; null when it has to be. */
    private @Nullable Instant compared;

    @PostConstruct
    void begin() {
        if (directory.place().isPresent()) {
            again(directory.intervalMillis());
        }
    }

    private void again(long millis) {
        if (!ended) {
            timers.createSingleActionTimer(millis, new TimerConfig(null, false));
        }
    }

    /** Does what there is to do, and comes again. */
    @Timeout
    public void keep(Timer timer) {
        if (FINISH.equals(timer.getInfo())) {
            finish();
            return;
        }
        long millis = directory.intervalMillis();
        try {
            Optional<Path> place = directory.place();
            if (place.isPresent() && reader.isReady() && !database.isGone()) {
                IndexPlace at = new IndexPlace(place.get(), "contents");
                bring(open(at));
                if (at.isRequested()) {
                    remake(at);
                }
                if (feeder.hasUnfinished() && finishing.compareAndSet(false, true)) {
                    timers.createSingleActionTimer(0, new TimerConfig(FINISH, false));
                }
            }
        } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
            millis = MILLIS_AFTER_FAILURE;
            if (!ended) {
                contents.use(null);
                LOG.log(Level.ERROR, "Contents cannot be indexed", e);
            }
        } catch (RuntimeException e) {
            // Thrown on, it would make the container call this once more, and there would be two timers from then on.
            millis = MILLIS_AFTER_FAILURE;
            if (!ended && database.trouble(e) == null) {
                LOG.log(Level.ERROR, "Contents are indexed later", e);
            }
        } finally {
            again(millis);
        }
    }

    private ContentIndex open(IndexPlace place) throws IOException {
        ContentIndex current = index;
        if (current != null && contents.isOpen()) {
            return current;
        }
        if (current != null) {
            index = null;
            abandon(current);
        }
        place.tidy();
        ContentIndex opened = new ContentIndex(place.current(), languages);
        index = opened;
        compared = null;
        contents.use(opened);
        return opened;
    }

    private void bring(ContentIndex opened) throws IOException {
        if (compared == null || journal.isForgotten(number)) {
            number = sequencer.sequence();
            compared = null;
        }
        if (compared == null || compared.plus(BETWEEN_COMPARISONS).isBefore(Instant.now())) {
            Instant begun = Instant.now();
            feeder.compare(opened, () -> follow(opened));
            compared = begun;
            know(begun);
        }
        Instant begun = Instant.now();
        follow(opened);
        know(begun);
        if (System.nanoTime() - committedNanos > BETWEEN_COMMITS_NANOS) {
            opened.commit();
            committedNanos = System.nanoTime();
        }
    }

    /** Makes another index beside the one that answers, which follows meanwhile, and puts it in that one's place. */
    private void remake(IndexPlace place) throws IOException {
        ContentIndex answering = open(place);
        long since = number;
        try (ContentIndex made = new ContentIndex(place.next(), languages)) {
            feeder.compare(made, () -> {
                Instant begun = Instant.now();
                follow(answering);
                know(begun);
            });
            feeder.follow(made, since, number);
            made.commit();
        }
        contents.use(null);
        index = null;
        abandon(answering);
        place.swap();
        open(place);
    }

    private void know(Instant until) {
        if (!feeder.hasUnfinished()) {
            contents.know(until);
        }
    }

    /** Reads what takes long, while others are read. */
    private void finish() {
        try {
            feeder.finish(() -> ended || !contents.isOpen() ? null : index);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "It is tried again", e);
        } finally {
            finishing.set(false);
        }
    }

    private void follow(ContentIndex opened) throws IOException {
        if (ended) {
            throw new IOException("The server ends.");
        }
        long head = sequencer.sequence();
        if (head > number) {
            feeder.follow(opened, number, head);
            number = head;
        }
    }

    /** Closes an index that cannot be read, or not as it is. */
    private static void abandon(ContentIndex lost) {
        try {
            lost.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "It is lost anyhow", e);
        }
    }

    @PreDestroy
    void end() {
        ended = true;
        reader.close();
        ContentIndex current = index;
        contents.use(null);
        if (current != null) {
            try {
                current.commit();
                current.close();
            } catch (IOException | AlreadyClosedException e) {
                LOG.log(Level.WARNING, "The index of contents was not closed; it is compared at the next start", e);
            }
        }
    }
}

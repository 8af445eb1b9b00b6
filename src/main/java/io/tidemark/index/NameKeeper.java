package io.tidemark.index;

import io.tidemark.kernel.sql.DatabaseState;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/** Has the index of names follow the journal while nobody looks for names, and makes it anew when it is lost. */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NameKeeper {

    private static final Logger LOG = System.getLogger(NameKeeper.class.getName());

    private static final long MILLIS_AFTER_FAILURE = 30_000;
    private static final long BETWEEN_COMMITS_NANOS = TimeUnit.SECONDS.toNanos(10);

    @Inject
    private NodeDirectory directory;

    @Inject
    private Languages languages;

    @Inject
    private IndexedNames names;

    @Inject
    private DatabaseState database;

    @Resource
    private TimerService timers;

    private volatile boolean ended;
    private @Nullable NameIndex index;
    private long committedNanos = System.nanoTime();

    @PostConstruct
    void begin() {
        // A language that is not known ends the start here.
        LOG.log(Level.DEBUG, "Words are known by their stems in{0}", languages.form());
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
    public void keep() {
        long millis = directory.intervalMillis();
        try {
            if (database.isGone()) {
                return;
            }
            Optional<Path> place = directory.place();
            if (place.isPresent()) {
                IndexPlace at = new IndexPlace(place.get(), "names");
                if (!names.isOpen()) {
                    at.tidy();
                    open(at.current());
                } else if (at.isRequested()) {
                    remake(at);
                }
            }
            names.follow();
            if (System.nanoTime() - committedNanos > BETWEEN_COMMITS_NANOS) {
                names.commit();
                committedNanos = System.nanoTime();
            }
        } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
            names.close();
            millis = MILLIS_AFTER_FAILURE;
            if (!ended) {
                LOG.log(Level.ERROR, "Names cannot be indexed; they are looked for one by one", e);
            }
        } catch (RuntimeException e) {
            // Thrown on, it would make the container call this once more, and there would be two timers from then on.
            millis = MILLIS_AFTER_FAILURE;
            if (!ended && database.trouble(e) == null) {
                LOG.log(Level.ERROR, "Names are indexed later", e);
            }
        } finally {
            again(millis);
        }
    }

    /** Makes another index beside the one that answers, and puts it in that one's place. */
    private void remake(IndexPlace place) throws IOException {
        try (NameIndex made = new NameIndex(place.next(), languages)) {
            names.make(made, () -> ended);
        }
        names.close();
        NameIndex before = index;
        if (before != null) {
            index = null;
            abandon(before);
        }
        place.swap();
        open(place.current());
    }

    private void open(Path place) throws IOException {
        NameIndex before = index;
        if (before != null) {
            index = null;
            abandon(before);
        }
        NameIndex opened = new NameIndex(place, languages);
        index = opened;
        names.open(opened, () -> ended);
        names.commit();
        committedNanos = System.nanoTime();
    }

    /** Closes an index that cannot be read, or not as it is. */
    private static void abandon(NameIndex lost) {
        try {
            lost.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "It is lost anyhow", e);
        }
    }

    @PreDestroy
    void end() {
        ended = true;
        NameIndex current = index;
        try {
            names.commit();
            names.close();
            if (current != null) {
                current.close();
            }
        } catch (IOException | AlreadyClosedException e) {
            LOG.log(Level.WARNING, "The index of names was not closed; it follows from where it was before", e);
        }
    }
}

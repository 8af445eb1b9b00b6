package io.tidemark.journal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Forgets the oldest changes. First the marks say what will be forgotten, so that tokens which would need it are refused
 * from then on; what the changes left behind and their own rows go after that.
 */
@Stateless
public class Forgetting {

    private static final int BATCH = 2_000;

    @Inject
    private NumberingRepository head;

    @Inject
    private ForgettingRepository journal;

    @Inject
    private HighWaterMarks marks;

    @Inject
    @ConfigProperty(name = "tidemark.history.max-age", defaultValue = "P30D")
    private Duration maxAge;

    @Inject
    @ConfigProperty(name = "tidemark.history.max-changes", defaultValue = "10000000")
    private long maxChanges;

    /** The number up to which changes are older, or more, than the settings keep. */
    public long limit() {
        OffsetDateTime before = OffsetDateTime.now(ZoneOffset.UTC).minus(maxAge);
        return Math.max(head.headNumber() - maxChanges, journal.newestBefore(before));
    }

    /**
     * Lets the marks say that a batch of changes will be forgotten.
     *
     * @return whether there is more to say
     */
    public boolean announce(long limit) {
        head.lockHead();
        long from = journal.purgedNumber();
        long to = Math.min(limit, from + BATCH);
        if (to <= from) {
            return false;
        }
        ChangeSet changeSet = new ChangeSet();
        journal.touchedBetween(from, to, changeSet);
        Map<Long, byte[]> links = new HashMap<>();
        journal.hashesBetween(from, to, links);
        marks.forget(changeSet, links);
        journal.movePurged(to);
        return to < limit;
    }

    /**
     * Deletes the rows of a batch of forgotten changes, once nothing that they left behind is there any more.
     *
     * @return whether there is more to delete
     */
    public boolean delete() {
        return journal.deleteOldest(journal.purgedNumber(), BATCH) > 0;
    }

    /** The number up to which the marks say that changes are forgotten. */
    public long announced() {
        return journal.purgedNumber();
    }
}

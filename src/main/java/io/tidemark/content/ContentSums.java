package io.tidemark.content;

import io.tidemark.content.ContentRepository.Unsummed;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes the {@link Sums} of bodies that were stored before there were any, in the background: so many bytes a minute, and
 * never again once all have theirs.
 */
@Singleton
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ContentSums {

    private static final int BATCH = 100;
    private static final long MIB = 1L << 20;
    private static final int SECONDS = 60;

    @Inject
    private ContentRepository repository;

    @Inject
    private SumKeeper keeper;

    @Inject
    @ConfigProperty(name = "tidemark.content.checksum-rate", defaultValue = "20")
    private int rate;

    private byte[] last = new byte[0];
    private long budget;
    private boolean done;

    /** Runs every minute, until it has been through all. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    public void take() {
        budget = Math.min(0, budget) + rate * MIB * SECONDS;
        while (!done && budget > 0) {
            List<Unsummed> batch = repository.withoutSums(last, BATCH);
            for (Unsummed body : batch) {
                if (budget > 0) {
                    keeper.take(body);
                    budget -= body.length();
                    last = body.hash().bytes();
                }
            }
            done = batch.isEmpty();
        }
    }
}

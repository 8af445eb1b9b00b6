package io.tidemark.content;

import io.tidemark.content.ContentRepository.Unsummed;
import io.tidemark.kernel.sql.Retry;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;

/** Takes the {@link Sums} of a stored body, and keeps them. */
@ApplicationScoped
public class SumKeeper {

    private static final Logger LOG = System.getLogger(SumKeeper.class.getName());
    private static final int BUFFER = 128 * 1024;

    @Inject
    private ContentStore store;

    @EJB
    private ContentDeletion rows;

    /** A body whose file cannot be read is found by {@code scripts/verify}; here it is passed over, with a line in the log. */
    void take(Unsummed body) {
        try {
            Sums sums = body.inline() == null ? read(body.hash()) : Sums.of(body.inline());
            Retry.transaction(() -> rows.keepSums(body.hash(), sums));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Checksums of " + body.hash() + " cannot be taken: " + e);
        }
    }

    private Sums read(ContentHash hash) throws IOException {
        SumTaker sums = new SumTaker();
        try (InputStream in = Channels.newInputStream(store.open(hash))) {
            byte[] buffer = new byte[BUFFER];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                sums.update(buffer, 0, length);
            }
        }
        return sums.finish();
    }
}

package io.tidemark.kernel.error;

import org.jboss.logging.Logger;

/**
 * What the server lacks for the application to start. The log has it as one sentence of its own, above the container's account
 * of a deployment that failed.
 */
public final class StartRefusal extends IllegalStateException {

    private static final Logger LOG = Logger.getLogger(StartRefusal.class);

    private static final long serialVersionUID = 1L;

    /** A refusal to start, which says what is missing or wrong and what to do. */
    public StartRefusal(String sentence) {
        super(sentence);
        LOG.fatalf("Tidemark does not start: %s", sentence);
    }
}

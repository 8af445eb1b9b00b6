package io.tidemark.journal;

import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Work that is done when a transaction is about to commit, and has written what the journal says of it. */
final class AtCommit {

    private AtCommit() {}

    interface Work {
        void run() throws Exception;
    }

    /** What is registered after the change's rows is run after they have been written. */
    static void run(TransactionSynchronizationRegistry transactions, Work work) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                try {
                    work.run();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void afterCompletion(int status) {
                // The latches have done it.
            }
        });
    }
}

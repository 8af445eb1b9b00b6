package io.tidemark.version.checkout;

import io.tidemark.guard.StorageLimit;
import io.tidemark.target.FilesTarget;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.UUID;

/** Breaks the writes of one thread off at their very end, inside their transaction, when that is wished for. */
@Decorator
@Priority(1)
public class BreakingLimit implements StorageLimit {

    /** Ends a write that has done all that it does. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final ThreadLocal<Boolean> BREAKING = ThreadLocal.withInitial(() -> false);

    private final StorageLimit limit;

    @Inject
    public BreakingLimit(@Any @Delegate StorageLimit limit) {
        this.limit = limit;
    }

    /** Breaks off what some work writes in this thread. */
    static void during(Runnable work) {
        BREAKING.set(true);
        try {
            work.run();
        } finally {
            BREAKING.remove();
        }
    }

    @Override
    public void preview(FilesTarget target, long bytes) {
        limit.preview(target, bytes);
    }

    @Override
    public void hold(UUID holder, FilesTarget target, long bytes) {
        limit.hold(holder, target, bytes);
    }

    @Override
    public void release(UUID holder) {
        limit.release(holder);
    }

    @Override
    public void settle() {
        limit.settle();
        if (BREAKING.get()) {
            throw new Broken();
        }
    }
}

package io.tidemark.guard;

import io.tidemark.kernel.sql.Retry;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionalException;
import java.util.Arrays;

/**
 * The one door for writes: around every method that is marked with {@link Write}. What it does in the end it does inside the
 * transaction, so that a write which forgot its conditions is rolled back and not merely noticed.
 */
@Write
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class WriteInterceptor {

    @Inject
    private WriteTransaction transaction;

    @Inject
    private AdmittedRequest admitted;

    @Inject
    private StorageLimit limit;

    /** Runs a write, again where another transaction was in its way. */
    @AroundInvoke
    public Object carryOut(InvocationContext write) {
        Preconditions preconditions = Arrays.stream(write.getParameters())
                .filter(Preconditions.class::isInstance)
                .map(Preconditions.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(write.getMethod() + " knows no preconditions"));
        return Retry.transaction(() -> attempt(write, preconditions));
    }

    private Object attempt(InvocationContext write, Preconditions preconditions) {
        try {
            return transaction.run(write, () -> end(write, preconditions));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // What the commit found is in the cause: a refusal, a collision or a failure.
            throw new TransactionalException("The write was rolled back", e);
        }
    }

    private void end(InvocationContext write, Preconditions preconditions) {
        if (!admitted.is(preconditions)) {
            throw new IllegalStateException(write.getMethod() + " wrote what no Admission has let through");
        }
        limit.settle();
    }
}

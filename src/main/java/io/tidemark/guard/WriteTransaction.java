package io.tidemark.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

/**
 * The container's transaction around one attempt of a write. It is a bean of its own, because the transaction of a session
 * bean begins before the bean's interceptors, and {@link WriteInterceptor} repeats whole transactions.
 */
@ApplicationScoped
class WriteTransaction {

    /** Runs the write and what belongs to its end; any exception rolls all of it back. */
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    Object run(InvocationContext write, Runnable end) throws Exception {
        Object answer = write.proceed();
        end.run();
        return answer;
    }
}

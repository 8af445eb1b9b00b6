package io.tidemark.guard;

import io.tidemark.kernel.sql.TransactionMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Which request the current transaction was admitted for, so that no transaction can commit that was not. */
@ApplicationScoped
class AdmittedRequest {

    @Inject
    private TransactionMemory memory;

    private record Admitted(Preconditions preconditions) {}

    /** Notes that {@link Admission} let a request through. */
    void note(Preconditions preconditions) {
        memory.put(Admitted.class, new Admitted(preconditions));
    }

    /** Whether it is the request with these conditions. */
    boolean is(Preconditions preconditions) {
        return memory.find(Admitted.class)
                .filter(admitted -> admitted.preconditions().equals(preconditions))
                .isPresent();
    }
}

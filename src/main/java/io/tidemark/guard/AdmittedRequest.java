package io.tidemark.guard;

import io.tidemark.kernel.sql.TransactionMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

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

    /** The state tokens that the request submits. */
    List<String> submittedTokens() {
        return memory.find(Admitted.class)
                .map(admitted -> admitted.preconditions().submittedTokens())
                .orElse(List.of());
    }

    /** Whether it is the request with these conditions. */
    boolean is(Preconditions preconditions) {
        return memory.find(Admitted.class)
                .filter(admitted -> admitted.preconditions().equals(preconditions))
                .isPresent();
    }
}

package io.tidemark.harness;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.kernel.error.DavException;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects that something is refused. */
public final class Refusal {
    private Refusal() {}

    /** Fails unless {@code call} is refused with that status; returns the refusal for a closer look. */
    public static DavException expect(int status, ThrowingCallable call) {
        DavException refusal = catchThrowableOfType(DavException.class, call);
        Assertions.assertThat(refusal).as("a refusal with %d", status).isNotNull();
        Assertions.assertThat(refusal.status())
                .as("status of the refusal \"%s\"", refusal.getMessage())
                .isEqualTo(status);
        return refusal;
    }
}

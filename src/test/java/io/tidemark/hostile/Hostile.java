package io.tidemark.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.kernel.error.DavException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** What hostile input may meet: success or a clear refusal. */
final class Hostile {
    private Hostile() {}

    /** What a parser makes of its input; empty when it refuses it with one of some statuses. It must not fail in any other way. */
    static <T> Optional<T> parse(Supplier<T> parser, int... statuses) {
        try {
            return Optional.ofNullable(parser.get());
        } catch (DavException refusal) {
            assertThat(Arrays.stream(statuses)).as(refusal.getMessage()).contains(refusal.status());
            return Optional.empty();
        }
    }
}

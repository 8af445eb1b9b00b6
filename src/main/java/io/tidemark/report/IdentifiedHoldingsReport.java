package io.tidemark.report;

import io.tidemark.kernel.memory.Identity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report on what principals hold, in the order of the identities that these things have: its lists go on after one of them. */
public abstract class IdentifiedHoldingsReport<T> extends HoldingsReport<T> {

    private static final UUID FIRST = new UUID(0, 0);

    @Override
    protected final List<T> page(@Nullable String principal, @Nullable String after, int limit) {
        return page(principal, after == null ? FIRST : UUID.fromString(after), limit);
    }

    @Override
    protected final String cursor(T one) {
        return id(one).toString();
    }

    @Override
    protected final boolean isCursor(String text) {
        return Identity.parse(text).isPresent();
    }

    /**
     * A page of them, in the order of their identities, after {@code after}.
     *
     * @param principal whose; null for everybody's
     */
    protected abstract List<T> page(@Nullable String principal, UUID after, int limit);

    /** What identifies one of them. */
    protected abstract UUID id(T one);
}

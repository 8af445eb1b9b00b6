package io.tidemark.history;

import java.util.Optional;
import java.util.UUID;

/**
 * What clients call a change: opaque to them. It is the change's identity from the beginning, so that a write can tell it
 * before the change has its number, and a restored store does not mistake one change for another. Of two ids, the order is
 * that of the list which shows them.
 */
public record ChangeId(UUID value) {

    /** Reads what {@link #toString} wrote; empty for anything else. */
    public static Optional<ChangeId> parse(String text) {
        try {
            UUID value = UUID.fromString(text);
            return value.toString().equals(text) ? Optional.of(new ChangeId(value)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The id as clients see it. */
    @Override
    public String toString() {
        return value.toString();
    }
}

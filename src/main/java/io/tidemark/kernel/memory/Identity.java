package io.tidemark.kernel.memory;

import java.util.Optional;
import java.util.UUID;

/** The identities of what is stored, as clients send them. */
public final class Identity {

    private Identity() {}

    /** The identity that a text is, written as the server writes it. */
    public static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text))
                    .filter(identity -> identity.toString().equals(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}

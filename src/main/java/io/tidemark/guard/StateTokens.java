package io.tidemark.guard;

import io.tidemark.target.Target;
import java.util.Optional;
import java.util.UUID;

/** A kind of state token that the {@code If} header can name (RFC 4918, section 10.4.2). Rooms plug theirs in as CDI beans. */
public interface StateTokens {

    /** Whether a token is of this kind. */
    boolean recognises(String token);

    /** Whether a resource is in the state that the token stands for. */
    boolean holds(String token, Target target);

    /**
     * The collection in whose whole scope nobody else may write between the evaluation of the token and the commit; empty
     * when row locks are enough.
     */
    Optional<UUID> exclusiveScope(String token, Target target);
}

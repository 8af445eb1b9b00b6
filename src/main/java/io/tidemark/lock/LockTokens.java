package io.tidemark.lock;

import io.tidemark.guard.StateTokens;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Lock tokens in the {@code If} header: one holds where its lock does (RFC 4918, section 10.4.4). */
@ApplicationScoped
public class LockTokens implements StateTokens {

    @Inject
    private Locks locks;

    @Override
    public boolean recognises(String token) {
        return ActiveLock.isToken(token);
    }

    @Override
    public boolean holds(String token, Target target) {
        return target instanceof FilesTarget files
                && locks.holding(files).stream()
                        .anyMatch(lock -> lock.tokenUri().equals(token));
    }

    @Override
    public Optional<UUID> exclusiveScope(String token, Target target) {
        return Optional.empty();
    }
}

package io.tidemark.sync;

import io.tidemark.guard.StateTokens;
import io.tidemark.journal.SyncToken;
import io.tidemark.journal.SyncTokens;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Sync tokens in the {@code If} header: one holds while nothing has changed since (RFC 6578, section 5). */
@ApplicationScoped
public class SyncStateTokens implements StateTokens {

    @Inject
    private SyncTokens tokens;

    @Override
    public boolean recognises(String token) {
        return SyncToken.isToken(token);
    }

    @Override
    public boolean holds(String token, Target target) {
        Optional<UUID> collection = collection(target);
        if (collection.isEmpty()) {
            return false;
        }
        SyncToken now = tokens.current(collection.get());
        return tokens.recognise(token, collection.get())
                .filter(known -> known.resume() == null)
                .map(known -> known.number() >= now.number())
                .orElse(false);
    }

    @Override
    public Optional<UUID> exclusiveScope(String token, Target target) {
        return collection(target);
    }

    private static Optional<UUID> collection(Target target) {
        ResourceView resource = target.resource();
        return target instanceof FilesTarget && resource != null && resource.collection()
                ? Optional.of(resource.id())
                : Optional.empty();
    }
}

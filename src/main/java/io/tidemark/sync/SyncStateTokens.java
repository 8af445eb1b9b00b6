package io.tidemark.sync;

import io.tidemark.guard.StateTokens;
import io.tidemark.journal.SyncToken;
import io.tidemark.target.ConfiguredTarget;
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
    private CollectionTokens tokens;

    @Override
    public boolean recognises(String token) {
        return SyncToken.isToken(token);
    }

    @Override
    public boolean holds(String token, Target target) {
        return collection(target)
                .flatMap(collection -> {
                    long now = tokens.number(collection);
                    return tokens.recognise(token, tokens.present(collection))
                            .filter(known -> known.resume() == null)
                            .map(known -> known.number() >= now);
                })
                .orElse(false);
    }

    @Override
    public Optional<UUID> exclusiveScope(String token, Target target) {
        // Whoever writes in a workspace enters at its root, whatever collections it shows as one further down.
        return collection(target)
                .map(collection -> collection instanceof ConfiguredTarget
                        ? collection.configuration()
                        : collection.mapped().id());
    }

    private static Optional<FilesTarget> collection(Target target) {
        return SyncCollectionReport.isRecorded(target) ? Optional.of((FilesTarget) target) : Optional.empty();
    }
}

package io.tidemark.sync;

import io.tidemark.journal.SyncToken;
import io.tidemark.journal.SyncTokens;
import io.tidemark.namespace.Sheet;
import io.tidemark.target.Configured;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The sync tokens of collections. Where a workspace shows several collections as one, a token is about all of them that
 * can change, and good at that path alone.
 */
@ApplicationScoped
class CollectionTokens {

    @Inject
    private SyncTokens tokens;

    @Inject
    private PathInWorkspace paths;

    /** The token of a collection as it is now. */
    SyncToken current(FilesTarget collection) {
        return collection.isConfigured()
                ? tokens.current(id(collection), live(collection))
                : tokens.current(collection.mapped().id());
    }

    /** Reads a token that a client brings for a collection; see {@link SyncTokens#recognise}. */
    Optional<SyncToken> recognise(String uri, FilesTarget collection) {
        return collection.isConfigured()
                ? tokens.recognise(uri, id(collection), live(collection))
                : tokens.recognise(uri, collection.mapped().id(), TokenPath.to(collection));
    }

    /** Whether the journal still has all that has changed in a collection since a change. */
    boolean isKept(FilesTarget collection, long since) {
        return live(collection).stream().allMatch(one -> tokens.isKept(one, since));
    }

    /** What tokens call a collection. */
    UUID id(FilesTarget collection) {
        return collection.isConfigured()
                ? UUID.nameUUIDFromBytes((configured(collection).configuration()
                                + collection.href()
                                + paths.composition(collection)
                                + frozen(collection))
                        .getBytes(StandardCharsets.UTF_8))
                : collection.mapped().id();
    }

    /** The collections that a collection is made of and that can change. */
    static List<UUID> live(FilesTarget collection) {
        return collection.isConfigured()
                ? configured(collection).sheets().stream()
                        .filter(Sheet::isLive)
                        .map(Sheet::collection)
                        .toList()
                : List.of(collection.mapped().id());
    }

    /** What is shown as it was. Should something come to be so, earlier tokens do not cover what happened to it before. */
    private static List<UUID> frozen(FilesTarget collection) {
        return configured(collection).sheets().stream()
                .filter(sheet -> !sheet.isLive())
                .map(Sheet::collection)
                .toList();
    }

    private static Configured configured(FilesTarget collection) {
        return Objects.requireNonNull(collection.configured());
    }
}

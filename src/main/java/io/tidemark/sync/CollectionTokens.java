package io.tidemark.sync;

import io.tidemark.journal.Step;
import io.tidemark.journal.SyncToken;
import io.tidemark.journal.SyncTokens;
import io.tidemark.journal.SyncTokens.Scope;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Layer;
import io.tidemark.sync.PathInWorkspace.Way;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

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

    @Inject
    private Visibility visibility;

    /**
     * A collection at this moment.
     *
     * @param asked what a request found
     * @param collection what is there now; in a workspace perhaps no collection any more
     * @param scope what its tokens are about
     */
    record Present(FilesTarget asked, FilesTarget collection, Scope scope) {}

    /**
     * A report that begins.
     *
     * @param end the token for everything that it will have told
     */
    record Beginning(Present present, SyncToken end) {}

    /** Settles what a report tells: first the bound; then what is read has all that was committed up to it. */
    Beginning begin(FilesTarget collection) {
        SyncToken bound = newest(collection);
        Present present = present(collection);
        return new Beginning(present, bound.of(present.scope().name()));
    }

    /** The newest change in a collection. */
    long number(FilesTarget collection) {
        return newest(collection).number();
    }

    private SyncToken newest(FilesTarget collection) {
        if (!FilesTarget.isAtName(collection.path())) {
            return withRights(tokens.current(collection.mapped().id()));
        }
        return collection instanceof ConfiguredTarget
                ? tokens.current(List.of(new Scope(collection.configuration(), live(collection))))
                        .get(0)
                : tokens.current(collection.mapped().id());
    }

    /** What shows in checkin sets depends on rights elsewhere: a token of theirs says, too, which of them it knows. */
    private SyncToken withRights(SyncToken token) {
        return tokens.atLeast(token, visibility.newestChange());
    }

    /** The tokens of several collections, in their order. */
    List<SyncToken> current(List<FilesTarget> collections) {
        if (collections.size() == 1) {
            return List.of(begin(collections.get(0)).end());
        }
        Map<DavPath, Way> ways = paths.to(collections.stream()
                .filter(ConfiguredTarget.class::isInstance)
                .map(ConfiguredTarget.class::cast)
                .toList());
        List<SyncToken> current = tokens.current(collections.stream()
                .map(collection -> collection instanceof ConfiguredTarget in
                        ? scope(in, Objects.requireNonNull(ways.get(PathInWorkspace.key(in))))
                        : Scope.of(collection.mapped().id()))
                .toList());
        return FilesTarget.isAtName(collections.get(0).path())
                ? current
                : current.stream().map(this::withRights).toList();
    }

    /** Reads a token that a client brings for a collection; see {@link SyncTokens#recognise}. */
    Optional<SyncToken> recognise(String uri, Present present) {
        return present.asked() instanceof ConfiguredTarget
                ? tokens.recognise(uri, present.scope())
                : tokens.recognise(uri, present.scope().name(), steps(present.asked()));
    }

    /** The way by which a URL leads to a collection, from {@code /files/} down, which is mapped nowhere itself. */
    private static List<Step> steps(FilesTarget collection) {
        List<UUID> lineage = collection.lineage();
        List<String> names = collection.path().segments();
        return IntStream.range(1, lineage.size())
                .mapToObj(i -> new Step(lineage.get(i - 1), names.get(i), lineage.get(i)))
                .toList();
    }

    /** Whether the journal still has all that has changed in a collection since a change. */
    boolean isKept(FilesTarget collection, long since) {
        return tokens.areKept(live(collection), since);
    }

    /** A collection as it is now; one of a workspace is looked for from the root down. */
    Present present(FilesTarget collection) {
        if (!(collection instanceof ConfiguredTarget in)) {
            return new Present(
                    collection, collection, Scope.of(collection.mapped().id()));
        }
        Way way = paths.to(in);
        return new Present(collection, way.collection(), scope(in, way));
    }

    private static Scope scope(ConfiguredTarget collection, Way way) {
        String name = collection.configuration() + collection.href() + way.composition() + frozen(collection);
        return new Scope(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), live(collection));
    }

    /** The collections that a collection is made of and that can change. */
    static List<UUID> live(FilesTarget collection) {
        return collection.layers().stream()
                .filter(Layer::isLive)
                .map(Layer::collection)
                .toList();
    }

    /** What is shown as it was. Should something come to be so, earlier tokens do not cover what happened to it before. */
    private static List<UUID> frozen(ConfiguredTarget collection) {
        return collection.layers().stream()
                .filter(layer -> !layer.isLive())
                .map(Layer::collection)
                .toList();
    }
}

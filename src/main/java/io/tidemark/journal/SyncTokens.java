package io.tidemark.journal;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Hands out sync tokens and knows its own again. */
@ApplicationScoped
public class SyncTokens {

    /** How much of a change's hash a token carries, in bytes: enough that another history shows. */
    private static final int LINK_BYTES = 4;

    @EJB
    private Sequencer sequencer;

    @Inject
    private JournalRepository journal;

    @Inject
    private NumberedTree tree;

    /** The token of a collection as it is now: everything that was committed before the call is numbered first. */
    public SyncToken current(UUID collection) {
        CollectionState state = tree.standing(collection);
        if (state.waiting()) {
            sequencer.sequence();
            state = tree.standing(collection);
        }
        return token(state.incarnation(), collection, state.mark());
    }

    /** What a token is about: a collection, or several that are shown as one, and what tokens call it. */
    public record Scope(UUID name, Collection<UUID> collections) {

        /** A collection by itself. */
        public static Scope of(UUID collection) {
            return new Scope(collection, List.of(collection));
        }
    }

    /**
     * The tokens of several scopes, in their order. That of several collections has the number of the newest change in any of
     * them.
     */
    public List<SyncToken> current(List<Scope> scopes) {
        sequencer.sequence();
        UUID incarnation = journal.incarnation();
        Map<UUID, CollectionMark> marks = tree.marksOf(
                scopes.stream().flatMap(scope -> scope.collections().stream()).collect(Collectors.toSet()));
        return scopes.stream()
                .map(scope -> token(incarnation, scope.name(), newest(scope, marks)))
                .toList();
    }

    private static CollectionMark newest(Scope scope, Map<UUID, CollectionMark> marks) {
        return scope.collections().stream()
                .map(collection -> Objects.requireNonNull(marks.get(collection)))
                .max(Comparator.comparing(CollectionMark::number))
                .orElse(CollectionMark.BEGINNING);
    }

    /**
     * Reads a token that a client brings for what shows several collections as one.
     *
     * @return empty when it is another's, or this store did not hand it out, or its history is gone
     */
    public Optional<SyncToken> recognise(String uri, Scope scope) {
        return SyncToken.parse(uri)
                .filter(token -> token.incarnation().equals(journal.incarnation()))
                .filter(token -> token.collection().equals(scope.name()))
                .filter(token -> areKept(scope.collections(), token.number()))
                .filter(token -> token.number() == 0 || isOnChain(token, scope.collections()));
    }

    /** The same token, or that of a later change: until then nothing in its collection has changed. */
    public SyncToken atLeast(SyncToken token, long change) {
        return token.number() >= change
                ? token
                : journal.hash(change)
                        .map(link -> new SyncToken(token.incarnation(), token.collection(), change, text(link), null))
                        .orElse(token);
    }

    /** The token of a collection that never changes. */
    public SyncToken constant(UUID collection) {
        return token(journal.incarnation(), collection, CollectionMark.BEGINNING);
    }

    /**
     * Reads a token that a client brings for a collection.
     *
     * @param path the way by which the client's URL leads there, outermost first
     * @return empty when this store did not hand it out, or for a collection that does not share its history, or when that
     *     history is gone
     */
    public Optional<SyncToken> recognise(String uri, UUID collection, List<Step> path) {
        return SyncToken.parse(uri)
                .filter(token -> token.incarnation().equals(journal.incarnation()))
                .filter(token -> areKept(List.of(collection), token.number()))
                .filter(token -> isOnChain(token, List.of(token.collection())))
                .filter(token -> token.collection().equals(collection) || sharesHistory(token, collection, path));
    }

    /** Whether the journal still has all that has changed in the scopes of collections since a change. */
    public boolean areKept(Collection<UUID> collections, long since) {
        return tree.marksOf(collections).values().stream().allMatch(mark -> mark.purged() <= since);
    }

    /** In a store that was restored and written to again, another change has the token's number. */
    private boolean isOnChain(SyncToken token, Collection<UUID> collections) {
        return journal.hash(token.number())
                .or(() -> tree.marksOf(collections).values().stream()
                        .flatMap(mark -> mark.linkOf(token.number()).stream())
                        .findFirst())
                .map(link -> token.link().equals(text(link)))
                .orElse(false);
    }

    /**
     * Whether a token of another collection is good for this one, too. The URL must have led here already when the token was
     * handed out, and ever since: or the client may have it from this very URL, and know what was here before.
     */
    private boolean sharesHistory(SyncToken token, UUID collection, List<Step> path) {
        return path.stream().allMatch(step -> tree.isUnchanged(step, token.number()))
                && (reaches(collection, token.collection(), token.number(), new HashSet<>())
                        || reaches(token.collection(), collection, token.number(), new HashSet<>()));
    }

    /** Whether one collection was below another at a change already, and has been since, with no boundary between them. */
    private boolean reaches(UUID lower, UUID upper, long number, Set<UUID> seen) {
        if (lower.equals(upper)) {
            return true;
        }
        return seen.add(lower)
                && tree.collectionsAbove(lower, number).stream().anyMatch(above -> reaches(above, upper, number, seen));
    }

    private static SyncToken token(UUID incarnation, UUID collection, CollectionMark mark) {
        return new SyncToken(incarnation, collection, mark.number(), text(mark.link()), null);
    }

    private static String text(byte[] link) {
        return HexFormat.of().formatHex(link, 0, LINK_BYTES);
    }
}

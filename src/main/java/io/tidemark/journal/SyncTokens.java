package io.tidemark.journal;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

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
        Standing standing = tree.standing(collection);
        if (standing.waiting()) {
            sequencer.sequence();
            standing = tree.standing(collection);
        }
        return token(standing.incarnation(), collection, standing.mark());
    }

    /** The tokens of several collections, in their order. */
    public List<SyncToken> current(List<UUID> collections) {
        sequencer.sequence();
        UUID incarnation = journal.incarnation();
        return collections.stream()
                .map(collection -> token(incarnation, collection, tree.markOf(collection)))
                .toList();
    }

    /**
     * The token of what shows several collections as one: its number is that of the newest change in any of them.
     *
     * @param shown what tokens call it
     */
    public SyncToken current(UUID shown, Collection<UUID> collections) {
        sequencer.sequence();
        CollectionMark newest = collections.stream()
                .map(tree::markOf)
                .max(Comparator.comparing(CollectionMark::number))
                .orElse(CollectionMark.BEGINNING);
        return token(journal.incarnation(), shown, newest);
    }

    /**
     * Reads a token that a client brings for what shows several collections as one.
     *
     * @param shown what tokens call it
     * @return empty when it is another's, or this store did not hand it out, or its history is gone
     */
    public Optional<SyncToken> recognise(String uri, UUID shown, Collection<UUID> collections) {
        return SyncToken.parse(uri)
                .filter(token -> token.incarnation().equals(journal.incarnation()))
                .filter(token -> token.collection().equals(shown))
                .filter(token -> collections.stream().allMatch(collection -> isKept(collection, token.number())))
                .filter(token -> token.number() == 0 || isOnChain(token, collections));
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
                .filter(token -> isKept(collection, token.number()))
                .filter(token -> isOnChain(token, List.of(token.collection())))
                .filter(token -> token.collection().equals(collection) || sharesHistory(token, collection, path));
    }

    /** Whether the journal still has all that has changed in a collection's scope since a change. */
    public boolean isKept(UUID collection, long since) {
        return tree.markOf(collection).purged() <= since;
    }

    /** In a store that was restored and written to again, another change has the token's number. */
    private boolean isOnChain(SyncToken token, Collection<UUID> collections) {
        return journal.hash(token.number())
                .or(() -> collections.stream()
                        .flatMap(collection -> tree.markOf(collection).linkOf(token.number()).stream())
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

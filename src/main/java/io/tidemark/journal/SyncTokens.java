package io.tidemark.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    @Inject
    private Sequencer sequencer;

    @Inject
    private JournalRepository journal;

    @Inject
    private MarkRepository marks;

    /** The token of a collection as it is now: everything that was committed before the call is numbered first. */
    public SyncToken current(UUID collection) {
        sequencer.sequence();
        return at(collection, marks.numberOf(collection));
    }

    /** The tokens of several collections, in their order. */
    public List<SyncToken> current(List<UUID> collections) {
        sequencer.sequence();
        return collections.stream()
                .map(collection -> at(collection, marks.numberOf(collection)))
                .toList();
    }

    /** The token of a collection up to a change. */
    public SyncToken at(UUID collection, long number) {
        return new SyncToken(journal.incarnation(), collection, number, link(number), null);
    }

    /**
     * Reads a token that a client brings for a collection.
     *
     * @return empty when this store did not hand it out, or for a collection that does not share its history
     */
    public Optional<SyncToken> recognise(String uri, UUID collection) {
        return SyncToken.parse(uri)
                .filter(token -> token.incarnation().equals(journal.incarnation()))
                .filter(token -> token.number() <= journal.headNumber())
                .filter(token -> token.link().equals(link(token.number())))
                .filter(token -> sharesHistory(token, collection));
    }

    private boolean sharesHistory(SyncToken token, UUID collection) {
        return reaches(collection, token.collection(), token.number(), new HashSet<>())
                || reaches(token.collection(), collection, token.number(), new HashSet<>());
    }

    /** Whether one collection was below another at a change already, and has been since. */
    private boolean reaches(UUID lower, UUID upper, long number, Set<UUID> seen) {
        if (lower.equals(upper)) {
            return true;
        }
        return seen.add(lower)
                && marks.collectionsAbove(lower, number).stream()
                        .anyMatch(above -> reaches(above, upper, number, seen));
    }

    private String link(long number) {
        byte[] hash = journal.hash(number).orElse(new byte[LINK_BYTES]);
        return HexFormat.of().formatHex(hash, 0, LINK_BYTES);
    }
}

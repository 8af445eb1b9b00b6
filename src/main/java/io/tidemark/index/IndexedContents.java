package io.tidemark.index;

import io.tidemark.content.ContentHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/** Which words are in contents, as far as this node knows. */
@ApplicationScoped
public class IndexedContents {

    private static final Logger LOG = System.getLogger(IndexedContents.class.getName());

    private static final long[] NONE = {};

    private volatile @Nullable ContentIndex index;
    private volatile @Nullable Instant known;

    /** Until when all contents are known that had been stored; empty while that is not so of any time, or none are indexed. */
    public Optional<Instant> knownUntil() {
        return Optional.ofNullable(known);
    }

    /** Says of some contents what of that which is looked for is in them; those with nothing of it are left out. */
    public Map<ContentHash, Set<Sought>> having(Collection<ContentHash> hashes, Collection<Sought> sought) {
        ContentIndex current = index;
        try {
            return current == null ? Map.of() : current.having(hashes, sought);
        } catch (UncheckedIOException | AlreadyClosedException e) {
            lost(e);
            return Map.of();
        }
    }

    /**
     * The contents in which all is that is looked for, none where contents are not indexed.
     *
     * @return what {@link NameQuery#showing} knows them by; empty when there are more than {@code most}
     */
    public Optional<long[]> all(Collection<Sought> sought, int most) {
        ContentIndex current = index;
        try {
            return current == null ? Optional.of(NONE) : current.all(sought, most);
        } catch (UncheckedIOException | AlreadyClosedException e) {
            lost(e);
            return Optional.of(NONE);
        }
    }

    /** Answers from an index from now on, or from none. */
    void use(@Nullable ContentIndex other) {
        index = other;
        known = null;
    }

    /** Notes that all contents are known that had been stored at a time. */
    void know(Instant until) {
        known = until;
    }

    /** Whether there is an index to answer from. */
    boolean isOpen() {
        return index != null;
    }

    private void lost(RuntimeException e) {
        LOG.log(Level.ERROR, "The index of contents cannot be read; it is opened again, or made anew", e);
        use(null);
    }
}

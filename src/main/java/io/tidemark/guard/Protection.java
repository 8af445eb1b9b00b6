package io.tidemark.guard;

import io.tidemark.target.FilesTarget;
import java.util.List;
import java.util.UUID;

/** Something that can keep a write from happening, such as locks. Rooms plug theirs in as CDI beans. */
public interface Protection {

    /**
     * Lets an effect through or refuses it.
     *
     * @param submittedTokens the state tokens that the request submits
     * @throws io.tidemark.kernel.error.DavException with the condition that explains the refusal
     */
    void check(FilesTarget target, Effect effect, List<String> submittedTokens);

    /** The locks whose tokens a request submits, as it may, and that hold what it writes to. */
    default List<UUID> holds(FilesTarget target, List<String> submittedTokens) {
        return List.of();
    }

    /** The same of the collection that gains or loses the target. */
    default List<UUID> holdsParent(FilesTarget target, List<String> submittedTokens) {
        return List.of();
    }

    /** Whether it is asked before others, so that its refusal is the one that is told. */
    default boolean isFirst() {
        return false;
    }

    /** Whether somebody else than the caller keeps what a URL names, or its name, as it is. */
    default boolean isHeldByOthers(FilesTarget target) {
        return false;
    }
}

package io.tidemark.guard;

import io.tidemark.target.FilesTarget;
import java.util.List;

/** Something that can keep a write from happening, such as locks. Rooms plug theirs in as CDI beans. */
public interface Protection {

    /**
     * Lets an effect through or refuses it.
     *
     * @param submittedTokens the state tokens that the request submits
     * @throws io.tidemark.kernel.error.DavException with the condition that explains the refusal
     */
    void check(FilesTarget target, Effect effect, List<String> submittedTokens);

    /** Whether it is asked before others, so that its refusal is the one that is told. */
    default boolean isFirst() {
        return false;
    }

    /** Whether somebody else than the caller keeps what a URL names, or its name, as it is. */
    default boolean isHeldByOthers(FilesTarget target) {
        return false;
    }
}

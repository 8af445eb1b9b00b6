package io.tidemark.history;

import io.tidemark.target.FilesTarget;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link State} stands for: a file or a tree, as it is or as it was. {@link PastMembers} lists what is in it.
 *
 * @param target what the state shows: of the past, as one of its revisions, or in a workspace as the layers of that time, show
 *     it. Its path is the request's, unless another one was named
 * @param moment when; null for now
 * @param own whether it is a state of what the request names, so that members are known again by their identity
 */
public record TreeState(FilesTarget target, @Nullable Instant moment, boolean own) {

    /** Whether it is as it is now. */
    public boolean isNow() {
        return moment == null;
    }
}

package io.tidemark.files;

import io.tidemark.content.KeptBody;
import io.tidemark.target.Target;
import org.jspecify.annotations.Nullable;

/** What a GET found: the target, and what its content's row has along with it. */
record Read(Target target, KeptBody kept) {

    /** The whole content, where its row has it. */
    byte @Nullable [] body() {
        return kept.bytes();
    }
}

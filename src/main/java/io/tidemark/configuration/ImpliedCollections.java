package io.tidemark.configuration;

import io.tidemark.guard.Effect;
import io.tidemark.guard.Protection;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Keeps collections as they are that a workspace only shows because members of theirs have been brought in (protocol, section
 * 5.3): until such a collection is brought in itself, there is nothing of it that could change.
 */
@ApplicationScoped
class ImpliedCollections implements Protection {

    /** That nobody can write there says nothing of locks. */
    @Override
    public boolean isFirst() {
        return true;
    }

    @Override
    public void check(FilesTarget target, Effect effect, List<String> submittedTokens) {
        boolean implied = target instanceof ConfiguredTarget
                && target.isCollection()
                && target.isAtName()
                && !target.isRoot()
                && !target.mapped().versioning().enabled();
        if (implied && (effect == Effect.MODIFY || effect == Effect.ADMINISTER)) {
            throw DavException.of(403, Conditions.READ_ONLY_CONFIGURATION);
        }
    }
}

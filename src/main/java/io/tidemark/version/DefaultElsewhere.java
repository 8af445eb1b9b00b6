package io.tidemark.version;

import io.tidemark.kernel.http.DavRequest;
import io.tidemark.target.Target;
import java.util.Optional;

/** What SETDEFAULT chooses besides revisions. The room that has such defaults plugs them in as a CDI bean. */
public interface DefaultElsewhere {

    /** Whether a default is chosen at a target. */
    boolean isAt(Target target);

    /**
     * Chooses it.
     *
     * @param href what the body names; empty when it cancels the choice
     */
    void choose(DavRequest request, Optional<String> href);
}

package io.tidemark.files;

import io.tidemark.namespace.Body;
import io.tidemark.namespace.BranchPosition;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.DefaultRevisionTracker;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives files that are there new content. */
@ApplicationScoped
class Replacement {

    @Inject
    private Namespace namespace;

    @Inject
    private DefaultRevisionTracker tracker;

    /** Replaces a file's content; what is under version control gets a revision, which is shown from then on. */
    Outcome replace(FilesTarget target, Body body) {
        BranchPosition position = target.line();
        int number = namespace.setBody(target.mapped(), position, body);
        tracker.made(target, position, number);
        boolean versioned = target.mapped().versioning().enabled();
        return new Outcome(false, body.hash().entityTag(), versioned ? number : 0);
    }

    /** Gives a file the content and the properties of another. */
    Outcome replace(FilesTarget target, ResourceView source) {
        BranchPosition position = target.line();
        int number = namespace.setAll(target.mapped(), position, source);
        tracker.made(target, position, number);
        boolean versioned = target.mapped().versioning().enabled();
        return new Outcome(false, source.body().entityTag(), versioned ? number : 0);
    }
}

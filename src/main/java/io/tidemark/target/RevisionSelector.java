package io.tidemark.target;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.RevisionPath;
import io.tidemark.kernel.http.VersionHeaders;

/** Finds the revision that the headers of a request name. What keeps revisions apart plugs it in as a CDI bean. */
public interface RevisionSelector {

    /**
     * The same target as the revision that is named shows it.
     *
     * @throws DavException 404 {@code no-such-revision}; 409 when the revision is not on the branch that is named too
     */
    FilesTarget select(FilesTarget target, VersionHeaders headers);

    /**
     * Goes down a path, through the revisions that are named on the way.
     *
     * @throws DavException 400 when the steps are not those of the path, 404 when one leads nowhere
     */
    FilesTarget walk(DavPath path, RevisionPath steps);
}

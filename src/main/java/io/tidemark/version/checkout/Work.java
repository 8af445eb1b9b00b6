package io.tidemark.version.checkout;

import io.tidemark.namespace.Checkout;
import io.tidemark.target.FilesTarget;

/**
 * What somebody works on, the rows of all that it concerns locked.
 *
 * @param target the resource that was checked out, where it can be reached now: best at the URL that it was checked out
 *     through, last at that of the revision
 */
record Work(Checkout checkout, FilesTarget target) {}

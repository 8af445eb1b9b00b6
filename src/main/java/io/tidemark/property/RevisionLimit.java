package io.tidemark.property;

import io.tidemark.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * How many revisions are kept of all that is made in a configuration (protocol, section 4.10). The room that keeps
 * configurations plugs it in as a CDI bean.
 */
public interface RevisionLimit {

    /** Whether a target is a configuration. */
    boolean isOf(Target target);

    /** How many revisions a configuration keeps of each file; null for all. */
    @Nullable
    Integer most(Target configuration);

    /** Whether the current request is about a configuration. */
    boolean isRequested();

    /**
     * Lets the caller through, who changes that of the configuration which the current request is about.
     *
     * @return what is to be done when all of the request has been let through
     * @throws io.tidemark.kernel.error.DavException 403 {@code owner-or-administrator}, or for what makes no revisions
     */
    Runnable keep(@Nullable Integer most);
}

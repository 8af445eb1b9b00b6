package io.tidemark.kernel.http;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;

/**
 * Which paths the credentials of a request are good for, whatever their user may do. Every path that a request names is
 * held against it: its URL's by a filter, others by {@link OwnOrigins}.
 */
public interface CredentialScope {

    /** All paths. */
    CredentialScope EVERYWHERE = path -> true;

    /** Whether a path may be named. */
    boolean includes(DavPath path);

    /**
     * Lets a path through.
     *
     * @throws DavException 403 {@code app-password-path}
     */
    default DavPath require(DavPath path) {
        if (!includes(path)) {
            throw DavException.of(403, Conditions.APP_PASSWORD_PATH);
        }
        return path;
    }
}

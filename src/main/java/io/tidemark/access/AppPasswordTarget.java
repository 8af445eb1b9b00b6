package io.tidemark.access;

import io.tidemark.apppassword.AppPassword;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.Target;
import org.jspecify.annotations.Nullable;

/** An app password, as a resource that can be looked at and deleted. */
record AppPasswordTarget(DavPath path, AppPassword password) implements Target {

    @Override
    public boolean isMapped() {
        return true;
    }

    @Override
    public boolean isCollection() {
        return false;
    }

    @Override
    public @Nullable ResourceView resource() {
        return null;
    }
}

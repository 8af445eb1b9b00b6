package io.tidemark.upload;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.Target;
import org.jspecify.annotations.Nullable;

/** {@code .file} in one of Nextcloud's uploads: all of its chunks, one after the other. It can be moved, and nothing else. */
record WholeTarget(DavPath path, Upload upload) implements Target {

    /** Its name. */
    static final String NAME = ".file";

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

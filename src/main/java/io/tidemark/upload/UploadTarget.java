package io.tidemark.upload;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.Target;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An upload at its URL: one of Nextcloud's is a collection of chunks. */
record UploadTarget(DavPath path, Upload upload) implements Target {

    @Override
    public boolean isMapped() {
        return true;
    }

    @Override
    public boolean isCollection() {
        return upload.isChunked();
    }

    @Override
    public @Nullable ResourceView resource() {
        return null;
    }

    @Override
    public OptionalLong length() {
        return isCollection() ? OptionalLong.empty() : OptionalLong.of(upload.staged());
    }
}

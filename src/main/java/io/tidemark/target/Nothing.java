package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;
import org.jspecify.annotations.Nullable;

/** A URL that names nothing, and at which nobody can put anything. */
public record Nothing(DavPath path) implements Target {

    @Override
    public boolean isMapped() {
        return false;
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

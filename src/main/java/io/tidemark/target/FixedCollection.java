package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;
import org.jspecify.annotations.Nullable;

/** A read-only collection that the server itself provides; nothing is stored for it. */
public record FixedCollection(DavPath path) implements Target {

    @Override
    public boolean isMapped() {
        return true;
    }

    @Override
    public boolean isCollection() {
        return true;
    }

    @Override
    public @Nullable ResourceView resource() {
        return null;
    }
}

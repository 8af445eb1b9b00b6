package io.tidemark.upload;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.Target;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where a chunk of one of Nextcloud's uploads is, or can come.
 *
 * @param number where the chunk belongs
 * @param part null where none has come
 */
record ChunkTarget(
        DavPath path, Upload upload, long number, @Nullable Part part) implements Target {

    @Override
    public boolean isMapped() {
        return part != null;
    }

    @Override
    public boolean isCollection() {
        return false;
    }

    @Override
    public @Nullable ResourceView resource() {
        return null;
    }

    @Override
    public OptionalLong length() {
        return part == null ? OptionalLong.empty() : OptionalLong.of(part.length());
    }
}

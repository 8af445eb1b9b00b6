package io.tidemark.files;

import io.tidemark.content.StagedBody;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Body;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One file or collection that an archive holds, once it has arrived.
 *
 * @param path where it is to be, without a slash at its end
 * @param upload what the archive says of a file; null for a collection
 * @param staged a file's body; null for a collection
 */
record ImportEntry(
        DavPath path, @Nullable Upload upload, @Nullable StagedBody staged) {

    boolean isFile() {
        return staged != null;
    }

    StagedBody content() {
        return Objects.requireNonNull(staged);
    }

    Body body() {
        return Objects.requireNonNull(upload).body(content());
    }
}

package io.tidemark.files;

import io.tidemark.content.Received;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Body;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One file or collection that an archive holds, once it has arrived.
 *
 * @param path where it is to be, without a slash at its end
 * @param upload what the archive says of a file; null for a collection
 * @param received a file's body; null for a collection
 */
record ImportEntry(
        DavPath path, @Nullable Upload upload, @Nullable Received received) {

    boolean isFile() {
        return received != null;
    }

    Received content() {
        return Objects.requireNonNull(received);
    }

    Body body() {
        return Objects.requireNonNull(upload).body(content());
    }
}

package io.tidemark.files;

import io.tidemark.kernel.http.DavPath;

/**
 * A mapping that is wanted: the resource that is mapped at {@code source} at {@code path}, too.
 *
 * @param overwrite whether what is mapped at {@code path} may be replaced
 */
record Binding(DavPath path, DavPath source, boolean overwrite) {}

package io.tidemark.guard;

import io.tidemark.target.FilesTarget;
import java.util.UUID;

/**
 * Fired inside the transaction that maps another resource at a URL in such a way that for clients it is still the same: what
 * was bound to the URL, such as locks, goes on.
 *
 * @param target the URL with what was mapped there
 * @param successor what is mapped there from now on
 */
public record Succeeded(FilesTarget target, UUID successor) {}

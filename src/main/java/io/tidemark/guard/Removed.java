package io.tidemark.guard;

import io.tidemark.target.FilesTarget;

/** Fired inside the transaction that takes a mapping away: what was bound to the URL, such as locks, ends with it. */
public record Removed(FilesTarget target) {}

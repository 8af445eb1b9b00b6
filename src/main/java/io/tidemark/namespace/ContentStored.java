package io.tidemark.namespace;

import java.util.UUID;

/**
 * Fired inside the transaction that gives a revision a content which the one before it has not.
 *
 * @param bytes the content's length
 * @param replaced whether the revision had another content until then
 */
public record ContentStored(UUID resource, int revision, long bytes, boolean replaced) {}

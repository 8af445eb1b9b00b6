package io.tidemark.namespace;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Fired inside the transaction that lets a URL show another revision of a file under version control, or lets it show the
 * file at all.
 *
 * @param overridden whether workspaces show the file by members of their own
 * @param memberId the name; null for every URL of the users' namespace that shows the newest of the primary branch
 * @param number the revision that is shown now
 */
public record ShownRevisionChanged(
        UUID resource, boolean overridden, @Nullable Long memberId, int number) {}

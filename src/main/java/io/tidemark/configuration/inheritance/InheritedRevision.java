package io.tidemark.configuration.inheritance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a configuration shows another revision of a file, of which those derived from it must hear.
 *
 * @param memberId the name at which it does; null for every URL of the users' namespace
 */
record InheritedRevision(UUID configuration, @Nullable Long memberId, UUID resource, int number) {}

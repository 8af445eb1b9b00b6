package io.tidemark.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member as the marks need it: the collection that it is in, and the resource that it maps, if any. */
record MappedMember(long id, UUID collectionId, @Nullable UUID resourceId) {}

package io.tidemark.sync;

import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.Versioning;
import java.time.Instant;
import java.util.UUID;

/** Resources, as walks see them. */
final class Views {

    private Views() {}

    static ResourceView view(UUID id, boolean collection, boolean boundary) {
        return new ResourceView(
                id,
                collection,
                "owner",
                Instant.EPOCH,
                1,
                null,
                null,
                0,
                null,
                null,
                Instant.EPOCH,
                null,
                boundary,
                Versioning.NONE,
                1,
                false,
                null,
                null);
    }
}

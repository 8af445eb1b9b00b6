package io.tidemark.namespace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a layer has at a name.
 *
 * @param layer the layer
 * @param id the row of the name
 * @param hides whether what the layers below have at the name, and below it, does not show
 * @param resource what is mapped; null for nothing
 * @param until until when; null for still
 */
public record LayerEntry(
        Layer layer,
        long id,
        String name,
        boolean hides,
        @Nullable ResourceView resource,
        @Nullable Instant until) implements Overlay.Entry {

    @Override
    public Long row() {
        return id;
    }

    @Override
    public @Nullable UUID mapped() {
        return resource == null ? null : resource.id();
    }

    @Override
    public boolean isCollection() {
        return resource != null && resource.collection();
    }

    /** What was taken out is shown as it was when it went. */
    @Override
    public Layer below() {
        Layer still = Overlay.Entry.super.below();
        return until == null || until.isAfter(layer.asOf())
                ? still
                : new Layer(still.collection(), still.depth(), until, null);
    }
}

package io.tidemark.sync;

import io.tidemark.namespace.Layer;
import io.tidemark.sync.Position.Mode;
import io.tidemark.target.ConfiguredTarget;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of a walk through a workspace that is in one collection. */
final class WorkspaceFrame extends WalkFrame<LayeredName> {

    private final ConfiguredTarget collection;
    private final Set<UUID> former;
    private final List<Layer> live;
    private int layer;
    private String last = "";

    private WorkspaceFrame(ConfiguredTarget collection, Set<UUID> former, Position position) {
        super(position);
        this.collection = collection;
        this.former = former;
        this.live = collection.layers().stream().filter(Layer::isLive).toList();
    }

    /**
     * Where a walk begins.
     *
     * @param collection the collection; in {@link Mode#GONE}, what is at its URL instead
     * @param former collections whose members the client may know by this URL
     */
    static WorkspaceFrame beginning(ConfiguredTarget collection, Mode mode, Set<UUID> former, Span span) {
        return new WorkspaceFrame(
                collection, former, mode == Mode.CHANGED ? Position.after(span.since()) : Position.beginning(mode));
    }

    /**
     * The same, where an earlier walk has stopped behind a row.
     *
     * @param row null when it is gone for ever: then the walk begins anew here
     */
    WorkspaceFrame behind(@Nullable LayerRow row, Position stopped) {
        int of =
                row == null ? -1 : live.stream().map(Layer::collection).toList().indexOf(row.in());
        boolean marked = stopped.mode() == Mode.CHANGED || stopped.mode() == Mode.LATER;
        if (row == null || (marked && of < 0)) {
            return this;
        }
        layer = marked ? of : 0;
        last = row.name();
        enter(stopped);
        return this;
    }

    /** What the workspace shows as one collection. */
    ConfiguredTarget collection() {
        return collection;
    }

    /** The name that the walk is behind. */
    String last() {
        return last;
    }

    /** The one of them whose marks the walk goes by now; null after the last. */
    @Nullable
    UUID current() {
        return layer < live.size() ? live.get(layer).collection() : null;
    }

    /** The collections that are compared: those that show, and those whose members the client may know. */
    Set<UUID> compared() {
        Set<UUID> all = new LinkedHashSet<>(former);
        collection.layers().forEach(one -> all.add(one.collection()));
        return all;
    }

    @Override
    @Nullable
    LayeredName next() {
        LayeredName next = super.next();
        if (next != null) {
            last = next.name();
        }
        return next;
    }

    /**
     * Goes on when all names are visited that a walk goes through in one way.
     *
     * @return false at the end
     */
    boolean turn(Span span) {
        boolean later = mode() == Mode.CHANGED && span.isDeep();
        if (!later && !(isByMarks() && layer + 1 < live.size())) {
            return false;
        }
        layer += later ? 0 : 1;
        last = "";
        turn(later ? Position.beginning(Mode.LATER) : Position.after(span.since()));
        return true;
    }
}

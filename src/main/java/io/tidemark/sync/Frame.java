package io.tidemark.sync;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.sync.Position.Mode;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.NamedTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of a walk that is in one collection: where it is, and the members that it has read ahead. The collection is the
 * one that was there at the walk's bound, whatever is there now.
 */
final class Frame extends WalkFrame<ChangedName> {

    private final DavPath path;
    private final List<UUID> lineage;
    private final @Nullable UUID collection;
    private final @Nullable UUID former;

    private Frame(
            DavPath path, List<UUID> lineage, @Nullable UUID collection, @Nullable UUID former, Position position) {
        super(position);
        this.path = path;
        this.lineage = lineage;
        this.collection = collection;
        this.former = former;
    }

    /** Where its collection is. */
    DavPath path() {
        return path;
    }

    /** The frame of the collection that a report is about. */
    static Frame of(FilesTarget collection, Position position) {
        return new Frame(
                collection.path(), collection.lineage(), collection.mapped().id(), null, position);
    }

    /**
     * The frame of a member of this one's collection.
     *
     * @param below the collection that is there at the bound; null when it is none
     * @param formerly the collection that was there at the beginning of the span, if the walk compares with it
     */
    Frame below(String name, @Nullable UUID below, @Nullable UUID formerly, Position start) {
        List<UUID> all = new ArrayList<>(lineage);
        if (below != null) {
            all.add(below);
        }
        return new Frame(path.child(name, true), all, below, formerly, start);
    }

    /** Takes a walk up again that was below the member that this frame is behind: it is on its way through that one. */
    void resume() {
        enter(position());
        if (mode() == Mode.CHANGED) {
            pass(position().member());
        }
    }

    /** What a member's URL names now; nothing for a name of a former collection. */
    FilesTarget target(ChangedName changed) {
        return changed.now() == null
                ? gone(changed)
                : new NamedTarget(
                        path.child(changed.name(), changed.now().collection()),
                        lineage,
                        null,
                        changed.id(),
                        changed.now());
    }

    /** A member's URL as that of what was there and is no more. */
    FilesTarget gone(ChangedName changed) {
        boolean collection = changed.before() == null ? changed.isCollection() : changed.wasCollection();
        return new NamedTarget(path.child(changed.name(), collection), lineage, null, changed.id(), null);
    }

    /** The collections of the path that were there at the bound, outermost first. */
    List<UUID> lineage() {
        return List.copyOf(lineage);
    }

    /** The collection that was here at the bound; null when it was none. */
    @Nullable
    UUID collection() {
        return collection;
    }

    /** The collection that was here at the beginning of the span, if the walk compares with it. */
    @Nullable
    UUID former() {
        return former;
    }
}

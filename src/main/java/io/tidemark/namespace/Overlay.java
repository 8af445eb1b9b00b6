package io.tidemark.namespace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shows at a name of several collections that lie on top of each other and show as one. The nearest mapping shows. If
 * that is a collection, it is one with the collections behind it at that name, down to the first file, or to a name that
 * hides what is behind it.
 *
 * @param shown the nearest entry at which something is mapped; null where nothing shows
 * @param collections the entries whose collections show as one, nearest first; none for a file
 * @param ownRow the workspace's own row of the name, if that is where the name gets from what it shows
 */
public record Overlay<E extends Overlay.Entry>(
        @Nullable E shown, List<E> collections, @Nullable Long ownRow) {

    /** What one of the collections has at the name. */
    public interface Entry {

        /** The collection that has it. */
        Layer layer();

        /** The row of the name; null for none. */
        @Nullable
        Long row();

        /** What is mapped there; null for nothing. */
        @Nullable
        UUID mapped();

        /** Whether that is a collection. */
        boolean isCollection();

        /** Whether what lies behind it at the name, and below that, does not show. */
        boolean hides();

        /** The collection that is mapped there, as one of those that lie on top of each other. */
        default Layer below() {
            return layer().at(Objects.requireNonNull(mapped()));
        }
    }

    /** Lays entries on top of each other, the nearest first. */
    public static <E extends Entry> Overlay<E> of(List<E> entries) {
        E shown = null;
        List<E> collections = new ArrayList<>();
        for (E entry : entries) {
            boolean mapped = entry.mapped() != null;
            shown = shown == null && mapped ? entry : shown;
            if (mapped && entry.isCollection()) {
                collections.add(entry);
            }
            if (entry.hides() || (mapped && !entry.isCollection())) {
                break;
            }
        }
        return new Overlay<>(shown, collections, ownRow(shown, entries));
    }

    /** The row belongs to what shows; where nothing does, to the nearest collection that knows the name. */
    private static <E extends Entry> @Nullable Long ownRow(@Nullable E shown, List<E> entries) {
        for (E entry : shown == null ? entries : List.of(shown)) {
            if (entry.row() != null) {
                return entry.layer().own() ? entry.row() : null;
            }
        }
        return null;
    }

    /** What the collection that shows is made of, nearest first. */
    public List<Layer> layers() {
        return collections.stream().map(Entry::below).toList();
    }

    /**
     * Collections that show as one, as the members see them that are stored there: the workspace's own collection, if there
     * is one yet.
     *
     * @param versioning how the nearest of them is versioned
     */
    public static Parent parent(List<Layer> layers, Versioning versioning) {
        Layer nearest = layers.get(0);
        return nearest.own()
                ? new Parent(nearest.collection(), versioning, true)
                : new Parent(nearest.collection(), Versioning.AUTOMATIC);
    }
}

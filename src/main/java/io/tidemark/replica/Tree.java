package io.tidemark.replica;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Files and folders by their paths. Not for several threads.
 *
 * @param <T> what is at a path
 */
final class Tree<T extends Item<T>> {

    private final NavigableMap<String, T> items = new TreeMap<>();

    @Nullable
    T get(String path) {
        return items.get(path);
    }

    boolean has(String path) {
        return items.containsKey(path);
    }

    /** Whether there is a folder; the empty path is the folder that all are in. */
    boolean hasFolder(String path) {
        T item = items.get(path);
        return path.isEmpty() || (item != null && item.folder());
    }

    void put(T item) {
        items.put(item.path(), item);
    }

    /** Everything, what is above before what is below it. */
    Collection<T> all() {
        return items.values();
    }

    /** Everything below a path, without what is there itself. */
    Collection<T> below(String path) {
        // '0' is what comes after '/'.
        return items.subMap(path + '/', true, path + '0', false).values();
    }

    /** Takes away what is at and below a path. */
    void remove(String path) {
        items.remove(path);
        below(path).clear();
    }

    /** Gives what is at and below a path other paths. */
    void move(String from, String to) {
        List<T> moved = new ArrayList<>(below(from));
        T top = items.get(from);
        if (top != null) {
            moved.add(top);
        }
        remove(from);
        moved.forEach(item -> put(item.at(to + item.path().substring(from.length()))));
    }

    int size() {
        return items.size();
    }
}

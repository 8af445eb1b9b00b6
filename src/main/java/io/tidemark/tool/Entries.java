package io.tidemark.tool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is in the mirror's directory, by path and by the server's resource. */
final class Entries {

    private final NavigableMap<String, Entry> byPath = new TreeMap<>();
    private final Map<String, String> pathsById = new HashMap<>();

    /** All of them; parents come first. */
    Collection<Entry> all() {
        return byPath.values();
    }

    @Nullable
    Entry at(String path) {
        return byPath.get(path);
    }

    /** Everything at or below a path, in an order in which parents come first. */
    List<Entry> within(String path) {
        if (path.isEmpty()) {
            return List.copyOf(byPath.values());
        }
        List<Entry> found = new ArrayList<>();
        Optional.ofNullable(byPath.get(path)).ifPresent(found::add);
        found.addAll(below(byPath, path).values());
        return found;
    }

    /** A file with the content of a resource, wherever it is. */
    Optional<Entry> byResource(String resourceId) {
        return Optional.ofNullable(pathsById.get(resourceId)).map(byPath::get);
    }

    void put(Entry entry) {
        Entry former = byPath.put(entry.path(), entry);
        if (former != null && !former.resourceId().equals(entry.resourceId())) {
            pathsById.remove(former.resourceId(), former.path());
        }
        if (!entry.directory() && !entry.resourceId().isEmpty()) {
            pathsById.put(entry.resourceId(), entry.path());
        }
    }

    void remove(Entry entry) {
        byPath.remove(entry.path());
        pathsById.remove(entry.resourceId(), entry.path());
    }

    /** What a map by paths has below one of them. */
    static <V> NavigableMap<String, V> below(NavigableMap<String, V> map, String path) {
        // '0' is what comes after '/'.
        return map.subMap(path + '/', true, path + '0', false);
    }
}

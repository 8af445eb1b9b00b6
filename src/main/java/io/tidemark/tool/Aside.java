package io.tidemark.tool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/**
 * A directory that was taken out, and may come back under another name.
 *
 * @param place where it is
 * @param path where it was in the mirror
 * @param out all that was taken out together
 */
record Aside(Path place, String path, TakenOut out) {

    /** Takes what is in the directory, itself included, as it is to be recorded at another path. */
    List<Entry> takeTo(String other) {
        List<Entry> taken = new ArrayList<>();
        Entry top = out.entries().remove(path);
        if (top != null) {
            taken.add(top.at(other));
        }
        NavigableMap<String, Entry> below = Entries.below(out.entries(), path);
        below.values().forEach(entry -> taken.add(entry.at(other + entry.path().substring(path.length()))));
        below.clear();
        return taken;
    }
}

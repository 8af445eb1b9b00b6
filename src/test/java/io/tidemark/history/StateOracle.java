package io.tidemark.history;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares two states of a tree member by member. */
final class StateOracle {

    private StateOracle() {}

    /** A member: its identity, and its content. */
    record Entry(String id, String tag, boolean collection) {}

    /** What a comparison must tell, by the definition: what has the same identity in another place was moved. */
    static Set<String> differences(Map<String, Entry> old, Map<String, Entry> now) {
        Map<String, String> before = paths(old);
        Map<String, String> after = paths(now);
        Set<String> told = new TreeSet<>();
        Set<String> replaced = new TreeSet<>();
        now.forEach((path, entry) -> {
            String was = before.get(entry.id());
            if (was == null) {
                Optional<String> gone = corresponding(path, old, now, before, after)
                        .filter(old::containsKey)
                        .or(() -> corresponding(other(path), old, now, before, after)
                                .filter(old::containsKey))
                        .filter(there -> !after.containsKey(old.get(there).id()));
                gone.ifPresent(there -> replaced.add(old.get(there).id()));
                told.add((gone.isPresent() ? "modified " : "added ") + path);
            } else if (!was.equals(path) && !isCarried(was, path, old, now)) {
                told.add("moved " + path + " " + was);
            } else if (!old.get(was).tag().equals(entry.tag())) {
                told.add("modified " + path);
            }
        });
        old.forEach((path, entry) -> {
            if (!after.containsKey(entry.id()) && !replaced.contains(entry.id())) {
                told.add("removed " + path);
            }
        });
        return told;
    }

    /** Whether something is in the collection that it was in, by the name that it had. */
    private static boolean isCarried(String was, String path, Map<String, Entry> old, Map<String, Entry> now) {
        return name(was).equals(name(path))
                && old.get(parent(was)).id().equals(now.get(parent(path)).id());
    }

    /** The path in the old state that stands beside one in the new state. */
    private static Optional<String> corresponding(
            String path,
            Map<String, Entry> old,
            Map<String, Entry> now,
            Map<String, String> before,
            Map<String, String> after) {
        if (path.isEmpty()) {
            return Optional.of("");
        }
        String above = parent(path);
        String id = now.containsKey(above) ? now.get(above).id() : "";
        Optional<String> beside = before.containsKey(id)
                ? Optional.of(before.get(id))
                : corresponding(above, old, now, before, after)
                        .filter(there -> old.containsKey(there)
                                && !after.containsKey(old.get(there).id()));
        return beside.map(there -> there + name(path));
    }

    private static Map<String, String> paths(Map<String, Entry> snapshot) {
        Map<String, String> paths = new HashMap<>();
        snapshot.forEach((path, entry) -> paths.put(entry.id(), path));
        return paths;
    }

    private static String other(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
    }

    private static String parent(String path) {
        String bare = path.replaceAll("/$", "");
        return bare.substring(0, bare.lastIndexOf('/') + 1);
    }

    private static String name(String path) {
        return path.substring(parent(path).length());
    }
}

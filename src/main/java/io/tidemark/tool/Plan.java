package io.tidemark.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one page asks for, in the order in which it is to be done.
 *
 * @param removals what is to go; whole directories alone
 * @param directories what must be a directory, parents first, with each one's resource-id
 * @param fetches files whose content is not here
 * @param kept files whose content is here, though something else of them may have changed
 * @param boundaries those of the directories that have reports of their own
 * @param settled unsafe members that are gone
 * @param troubles what cannot be mirrored, and why
 * @param more whether the answer was cut off, so that another page follows
 */
record Plan(
        List<String> removals,
        SortedMap<String, String> directories,
        List<Wanted> fetches,
        List<Wanted> kept,
        List<String> boundaries,
        List<String> settled,
        Map<String, String> troubles,
        boolean more) {

    /**
     * Plans a page.
     *
     * @param scope the path of the collection that was asked
     * @param recorded what the mirror has at a path, or null
     * @param intact whether that is still in the directory as the mirror put it there
     */
    static Plan of(SyncPage page, CollectionUrl collection, String scope, Recorded recorded, Predicate<Entry> intact) {
        Plan plan = new Plan(
                new ArrayList<>(),
                new TreeMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashMap<>(),
                page.responses().stream().anyMatch(response -> isCut(response, collection, scope)));
        // A file and a collection share one path, and the one that is there counts.
        Map<String, SyncResponse> present = new LinkedHashMap<>();
        for (SyncResponse response : page.responses()) {
            try {
                String path = collection.path(response.href());
                if (!path.equals(scope)) {
                    plan.add(path, response, recorded, present);
                }
            } catch (UnsafeNameException e) {
                plan.unsafe(response, e);
            }
        }
        present.forEach((path, response) -> plan.place(path, response, recorded, intact));
        plan.removals.removeIf(present::containsKey);
        return plan;
    }

    /** What the mirror has put somewhere. */
    interface Recorded {
        @Nullable
        Entry at(String path);
    }

    private static boolean isCut(SyncResponse response, CollectionUrl collection, String scope) {
        try {
            return response.status() == 507 && collection.path(response.href()).equals(scope);
        } catch (UnsafeNameException e) {
            return false;
        }
    }

    private void add(String path, SyncResponse response, Recorded recorded, Map<String, SyncResponse> present) {
        if (response.isPresent()) {
            present.put(path, response);
        } else if (response.isRemoved()) {
            // A page before may have put a file where this collection was.
            Entry entry = recorded.at(path);
            if (entry == null || entry.directory() || !response.href().endsWith("/")) {
                removals.add(path);
            }
        } else if (response.has("sync-traversal-supported")) {
            directories.put(path, response.resourceId());
            boundaries.add(path);
        } else {
            troubles.put(path, "the server's report says " + response.status());
        }
    }

    private void place(String path, SyncResponse response, Recorded recorded, Predicate<Entry> intact) {
        if (response.collection()) {
            directories.put(path, response.resourceId());
            return;
        }
        Wanted wanted = new Wanted(path, response.etag(), response.modified(), response.resourceId());
        Entry entry = recorded.at(path);
        if (entry != null && entry.hasContentOf(wanted.etag()) && intact.test(entry)) {
            kept.add(wanted);
        } else {
            fetches.add(wanted);
        }
    }

    private void unsafe(SyncResponse response, UnsafeNameException reason) {
        String path = CollectionUrl.rawPath(response.href());
        String key = path.startsWith("/") ? path : '/' + path;
        if (response.isRemoved()) {
            settled.add(key);
        } else {
            troubles.put(key, String.valueOf(reason.getMessage()));
        }
    }
}

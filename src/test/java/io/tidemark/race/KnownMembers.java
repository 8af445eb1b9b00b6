package io.tidemark.race;

import io.tidemark.race.Responses.Response;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Members as a client keeps them. It does what reports say, and no more: it does not conclude from a file where a
 * collection was that what was in the collection is gone.
 */
final class KnownMembers {
    private final Map<String, String> values = new TreeMap<>();

    KnownMembers() {}

    private KnownMembers(Map<String, String> values) {
        this.values.putAll(values);
    }

    /** What a listing of a collection shows. */
    static Map<String, String> listed(Collection<Response> listing, String collection) {
        KnownMembers listed = new KnownMembers();
        listing.forEach(listed::apply);
        listed.values.remove(key(collection));
        return listed.values;
    }

    KnownMembers copy() {
        return new KnownMembers(values);
    }

    void clear() {
        values.clear();
    }

    /** Paths without a slash at the end, with what is there: a collection or a file, and its tag. */
    Map<String, String> values() {
        return values;
    }

    void apply(Response response) {
        String key = key(response.href());
        if (response.isRemoved()) {
            values.keySet().removeIf(known -> known.equals(key) || known.startsWith(key + "/"));
        } else {
            values.put(key, (response.href().endsWith("/") ? "collection " : "file ") + response.tag());
        }
    }

    /** A removed collection may be named with its slash or without. */
    static String key(String href) {
        return href.endsWith("/") ? href.substring(0, href.length() - 1) : href;
    }
}

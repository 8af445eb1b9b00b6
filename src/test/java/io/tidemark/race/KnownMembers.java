package io.tidemark.race;

import io.tidemark.race.Responses.Response;
import java.util.Map;
import java.util.TreeMap;

/** Member URLs with their entity tags, as a client keeps them that does what reports say. */
final class KnownMembers {
    private final Map<String, String> tags = new TreeMap<>();

    KnownMembers() {}

    private KnownMembers(Map<String, String> tags) {
        this.tags.putAll(tags);
    }

    KnownMembers copy() {
        return new KnownMembers(tags);
    }

    Map<String, String> tags() {
        return tags;
    }

    void apply(Response response) {
        if (response.isRemoved()) {
            remove(response.href());
        } else {
            put(response.href(), response.tag());
        }
    }

    /** A file takes the place of a collection with all that is in it, and a collection that of a file. */
    private void put(String href, String tag) {
        if (href.endsWith("/")) {
            tags.remove(href.substring(0, href.length() - 1));
        } else {
            remove(href + "/");
        }
        tags.put(href, tag);
    }

    /** A collection goes with everything below it, and is named with its slash or without. */
    private void remove(String href) {
        String file = href.endsWith("/") ? href.substring(0, href.length() - 1) : href;
        tags.keySet().removeIf(known -> known.equals(file) || known.startsWith(file + "/"));
    }
}

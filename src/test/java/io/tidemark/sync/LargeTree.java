package io.tidemark.sync;

import io.tidemark.harness.Dav;

/** A tree of many members that few requests make. */
final class LargeTree {
    /** How many members are below the collection. */
    static final int MEMBERS = 2_814;

    private static final int FILES = 9;
    private static final int DOUBLINGS = 8;

    private LargeTree() {}

    /** Makes the collection; what is copied is the collection itself, so that the tree doubles again and again. */
    static void make(String collection) {
        Dav writer = Dav.as("writer");
        String half = collection.substring(0, collection.length() - 1) + "-0/";
        writer.request("MKCOL", half).send().expect(201);
        for (int i = 0; i < FILES; i++) {
            writer.put(half + i, "x").send().expect(201);
        }
        for (int i = 1; i <= DOUBLINGS; i++) {
            String whole = i == DOUBLINGS ? collection : half.substring(0, half.length() - 2) + i + "/";
            writer.request("MKCOL", whole).send().expect(201);
            for (String name : new String[] {"a/", "b/"}) {
                writer.request("COPY", half)
                        .header("Destination", Dav.url(whole + name))
                        .send()
                        .expect(201);
            }
            half = whole;
        }
    }
}

package io.tidemark.page;

import io.tidemark.harness.Dav;

/** A text in two versions, and a name that looks like markup. */
final class PageTexts {
    static final String OLD = "one\ntwo\nthe quick brown fox\nfour\nfive\nsix\nseven\neight\nnine\n";
    static final String NEW = "one\ntwo\nthe quick red fox\nfour\nfive\nsix\nseven\neight\nnine\nten\n";
    static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private PageTexts() {}

    /** Makes both versions in a folder, which is under version control from then on. */
    static void make(String folder, String file) {
        Dav writer = Dav.as("writer");
        writer.request("VERSION", folder).send().expect(200);
        writer.put(file, OLD).send().expect(201);
        writer.put(file, NEW).send().expect(204);
    }

    /** Makes further texts in a folder that is under version control. */
    static void more(String folder, String... names) {
        for (String name : names) {
            Dav.as("writer").put(folder + name, OLD).send().expect(201);
        }
    }

    /** Gives a version a label. */
    static void label(String file, String revision, String label) {
        Dav.as("writer")
                .request("LABEL", file)
                .header("Revision-Id", revision)
                .body("<label xmlns=\"DAV:\"><set><label-name>" + label + "</label-name></set></label>")
                .send()
                .expect(200);
    }
}

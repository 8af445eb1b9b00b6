package io.tidemark.race;

import io.tidemark.harness.Dav;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/**
 * Somebody replaces a whole collection behind one page of a report that tells of it, and again behind the same or a
 * later one: for every page that there is.
 */
@ArquillianTest
@RunAsClient
class ReplacedWhilePagingIT {
    /** The report of the first replacement has fewer pages than this, one response each. */
    private static final int PAGES = 9;

    private static final int APART = 2;

    /** What stands ready to take the collection's place. */
    private static final String STORE = "/files/replacements/";

    private final Dav writer = Dav.as("writer");

    @Test
    void byOtherCollections() {
        eachTwoPages("collections", collection -> copy("second", collection), collection -> copy("third", collection));
    }

    @Test
    void byAFileAndThatByACollection() {
        eachTwoPages("file", collection -> copy("file", collection), collection -> copy("third", collection));
    }

    @Test
    void byNothingAndThenByItself() {
        eachTwoPages(
                "itself",
                collection -> move(collection + "dir/", collection.replaceAll("/$", "-aside/")),
                collection -> move(collection.replaceAll("/$", "-aside/"), collection + "dir/"));
    }

    @Test
    void byOneOfItsOwnMembers() {
        eachTwoPages(
                "member",
                collection -> {
                    // What is in a collection cannot replace it at once.
                    move(collection + "dir/sub/", collection + "new/");
                    move(collection + "new/", collection + "dir/");
                },
                collection -> copy("second", collection));
    }

    private interface Replacement {
        void in(String collection);
    }

    private void eachTwoPages(String name, Replacement one, Replacement other) {
        fillStore();
        for (int first = 0; first < PAGES; first++) {
            for (int second = first; second <= first + APART; second += APART) {
                String collection = "/files/replaced-%s-%d-%d/".formatted(name, first, second);
                writer.request("MKCOL", collection).send().expect(201);
                copy("begin", collection);
                var replica = new Replica(collection, Replica.INFINITE);
                replica.pullAll(1_000);
                copy("first", collection);
                pages(replica, first);
                one.in(collection);
                pages(replica, second - first);
                other.in(collection);
                replica.pullAll(1);
                replica.check("replaced behind pages %d and %d".formatted(first, second));
            }
        }
    }

    private static void pages(Replica replica, int count) {
        for (int i = 0; i < count; i++) {
            replica.pull(1);
        }
    }

    private void fillStore() {
        if (writer.request("MKCOL", STORE).send().status() != 201) {
            return;
        }
        for (String collection : List.of("begin", "first", "second", "third")) {
            writer.request("MKCOL", STORE + collection + "/").send().expect(201);
            put(collection + "/" + collection);
        }
        for (String sub : List.of("begin/sub/", "first/sub/", "third/sub/")) {
            writer.request("MKCOL", STORE + sub).send().expect(201);
            put(sub + "same");
        }
        List.of("begin/same", "first/same", "second/same", "begin/sub/begin", "first/sub/first", "second/sub", "file")
                .forEach(this::put);
    }

    private void put(String path) {
        writer.put(STORE + path, path).send().expect(201);
    }

    /** COPY would update what is there, MOVE replaces it. */
    private void copy(String from, String collection) {
        String slash = from.equals("file") ? "" : "/";
        to("COPY", STORE + from + slash, collection + "new" + slash);
        to("MOVE", collection + "new" + slash, collection + "dir" + slash);
    }

    private void move(String from, String to) {
        to("MOVE", from, to);
    }

    private void to(String method, String from, String to) {
        int status = writer.request(method, from)
                .header("Destination", Dav.url(to))
                .send()
                .status();
        if (status != 201 && status != 204) {
            throw new AssertionError("%s %s to %s: %d".formatted(method, from, to, status));
        }
    }
}

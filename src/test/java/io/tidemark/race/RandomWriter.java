package io.tidemark.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes changes of every kind at a few names, so that they often meet: whole collections come, go and change places. */
final class RandomWriter {
    /** The collections that come and go, below the one where all happens. */
    static final List<String> FOLDERS = List.of("x/", "y/", "x/z/", "y/x/", "b/", "y/b/");

    /** Leaves of the tree: their copies do not grow from copy to copy. */
    private static final List<String> LEAVES = List.of("x/z/", "y/z/", "z/");

    private static final Set<Integer> BINDINGS = Set.of(12, 13, 14);

    private final Dav writer = Dav.as("writer");
    private final String collection;
    private final Random random;
    private final boolean binding;

    RandomWriter(String collection, Random random) {
        this(collection, random, true);
    }

    private RandomWriter(String collection, Random random, boolean binding) {
        this.collection = collection;
        this.random = random;
        this.binding = binding;
    }

    /** A writer that gives no collection a second name. */
    static RandomWriter withoutBindings(String collection, Random random) {
        return new RandomWriter(collection, random, false);
    }

    void write(int changes) {
        for (int i = 0; i < changes; i++) {
            Answer answer = change(i).send();
            assertThat(answer.status()).as(answer.text()).isLessThan(500);
        }
    }

    private Dav.Request change(int i) {
        int kind = random.nextInt(18);
        return switch (!binding && BINDINGS.contains(kind) ? 0 : kind) {
            case 0, 1, 2 -> writer.put(file(), "body " + i);
            case 3 -> writer.request("DELETE", file());
            case 4 -> to("MOVE", file(), file());
            case 5 -> to("COPY", file(), file());
            case 6 -> writer.request("DELETE", folder());
            case 7, 8, 9 -> writer.request("MKCOL", folder());
            case 10 -> to("MOVE", folder(), folder());
            case 11 -> to("COPY", collection + pick(LEAVES), collection + pick(LEAVES));
            case 12 -> binding("BIND", pick(FOLDERS));
            case 13 -> binding("REBIND", pick(FOLDERS));
            case 14 ->
                writer.request("UNBIND", random.nextBoolean() ? collection : collection + "y/")
                        .body("<D:unbind xmlns:D=\"DAV:\"><D:segment>b</D:segment></D:unbind>");
            // A file where a collection was.
            case 15 -> to("MOVE", file(), folder().replaceAll("/$", ""));
            case 16 -> named(file(), i);
            default -> named(folder(), i);
        };
    }

    private String file() {
        int where = random.nextInt(FOLDERS.size() + 1);
        return collection + (where == 0 ? "" : FOLDERS.get(where - 1)) + "n" + random.nextInt(3);
    }

    private String folder() {
        return collection + pick(FOLDERS);
    }

    private Dav.Request to(String method, String from, String to) {
        return writer.request(method, from).header("Destination", Dav.url(to));
    }

    /** Maps a collection a second time, or somewhere else. */
    private Dav.Request binding(String method, String target) {
        String element = method.toLowerCase(java.util.Locale.ROOT);
        return writer.request(method, random.nextBoolean() ? collection : collection + "y/")
                .body("<D:%1$s xmlns:D=\"DAV:\"><D:segment>b</D:segment><D:href>%2$s</D:href></D:%1$s>"
                        .formatted(element, collection + target));
    }

    private Dav.Request named(String path, int i) {
        return writer.request("PROPPATCH", path)
                .body(("<D:propertyupdate xmlns:D=\"DAV:\"><D:set><D:prop><D:displayname>name %d</D:displayname>"
                                + "</D:prop></D:set></D:propertyupdate>")
                        .formatted(i));
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}

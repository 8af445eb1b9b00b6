package io.tidemark.history.restore;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A tree of few names that is written at random: files and collections, moved, copied, bound, and deleted. */
final class RandomTree {

    /** What a name stands for: an identity, a content with its type, and a dead property. */
    record Entry(String id, String tag, String type, String property) {}

    private static final Pattern RESPONSE = Pattern.compile("<D:response>(.*?)</D:response>");
    private static final String PROPERTY =
            "<D:propertyupdate xmlns:D='DAV:'><D:set><D:prop><x xmlns='urn:x'>%d</x></D:prop></D:set>"
                    + "</D:propertyupdate>";
    private static final String LISTED =
            "<D:propfind xmlns:D='DAV:'><D:prop><D:resource-id/><D:getetag/><D:getcontenttype/><x xmlns='urn:x'/>"
                    + "</D:prop></D:propfind>";

    private final Dav writer = Dav.as("writer");
    private final Random random;
    private final String path;
    private int writes;

    RandomTree(String path, Random random) {
        this.path = path;
        this.random = random;
        writer.request("MKCOL", path).send().expect(201);
        writer.request("VERSION", path).send().expect(200);
    }

    /** Does something; says whether it could be done. */
    boolean write() {
        writes++;
        String name = name();
        Supplier<Dav.Request> write = switch (random.nextInt(12)) {
            case 0, 1 -> () -> writer.request("MKCOL", name + "/");
            case 2 -> () -> writer.request("DELETE", name);
            case 3, 4 -> () -> writer.request("MOVE", name).header("Destination", Dav.url(name()));
            case 5 -> () -> writer.request("COPY", name).header("Destination", Dav.url(name()));
            case 6, 7 -> () -> writer.request("PROPPATCH", name).body(PROPERTY.formatted(writes % 7));
            case 8 -> () -> bind("bind", name);
            case 9 -> () -> bind("rebind", name);
            default ->
                () -> writer.request("PUT", name)
                        .header("Content-Type", writes % 2 == 0 ? "text/plain" : "text/html")
                        .body("text " + writes % 6);
        };
        Answer answer = write.get().header("Tidemark-Safe-Save", "F").send();
        if (answer.status() >= 500) {
            throw new AssertionError("Write " + writes + " is answered " + answer.status());
        }
        return answer.status() < 300 && !answer.text().contains("HTTP/1.1 4");
    }

    private Dav.Request bind(String method, String source) {
        String name = name();
        int slash = name.lastIndexOf('/');
        return writer.request(method.toUpperCase(Locale.ROOT), name.substring(0, slash + 1))
                .body("<%1$s xmlns='DAV:'><segment>%2$s</segment><href>%3$s</href></%1$s>"
                        .formatted(method, name.substring(slash + 1), source));
    }

    private String name() {
        return path
                + random.ints(1 + random.nextInt(3), 0, 3)
                        .mapToObj(name -> "abc".substring(name, name + 1))
                        .collect(Collectors.joining("/"));
    }

    /** What is there, by path; but for the tree itself, whose own properties no restore touches. */
    Map<String, Entry> snapshot() {
        String listing = writer.request("PROPFIND", path)
                .header("Depth", "infinity")
                .body(LISTED)
                .send()
                .expect(207)
                .text();
        Map<String, Entry> snapshot = new TreeMap<>();
        for (Matcher response = RESPONSE.matcher(listing); response.find(); ) {
            String text = response.group(1);
            String name = first("<D:href>([^<]*)<", text).substring(path.length());
            if (!name.isEmpty()) {
                snapshot.put(
                        name,
                        new Entry(
                                first("<D:resource-id><D:href>([^<]*)<", text),
                                name.endsWith("/") ? "" : first("<D:getetag>([^<]*)<", text),
                                first("<D:getcontenttype>([^<]*)<", text),
                                first("<x[^>]*>([^<]*)<", text)));
            }
        }
        return snapshot;
    }

    /** The id of the newest change. */
    String newestChange() {
        String changes = writer.request("REPORT", path)
                .body("<changes xmlns='urn:tidemark:dav'><limit xmlns='DAV:'><nresults>1</nresults></limit></changes>")
                .send()
                .expect(200)
                .text();
        return first("<T:id>([^<]*)<", changes);
    }

    /** Asks for a restore, an undo, or a preview. */
    Answer post(String body) {
        return writer.request("POST", path)
                .header("Content-Type", "application/xml")
                .body(body)
                .send();
    }

    /** Whether a report finds anything that differs between right after a change and now, but for the tree itself. */
    boolean differsSince(String change) {
        String differences = writer.request("REPORT", path)
                .body("<compare xmlns='urn:tidemark:dav'><from><change>" + change
                        + "</change></from><to><now/></to></compare>")
                .send()
                .expect(207)
                .text();
        return RESPONSE.matcher(differences)
                .results()
                .anyMatch(response -> !response.group(1).contains("<D:href>" + path + "</D:href>"));
    }

    private static String first(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? found.group(1) : "";
    }
}

package io.tidemark.version.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a test does as a client, in a folder of its own. */
abstract class FolderSteps {
    private static final Pattern REVISION =
            Pattern.compile("<D:revisionurl>(/revisions/([^/]+)/V[0-9]+/?)</D:revisionurl>");
    private static final Pattern RESOURCE = Pattern.compile("<D:resource-id><D:href>urn:uuid:([^<]+)</D:href>");

    /** Whose folder it is. */
    final Dav writer = Dav.as("writer");

    /** The folder's path, without a slash at its end. */
    final String c = "/files/folder-" + UUID.randomUUID();

    final void make(String path) {
        writer.request("MKCOL", c + path).send().expect(201);
    }

    final void put(String path, String body) {
        assertThat(writer.put(c + path, body).send().status()).isIn(201, 204);
    }

    final void version(String path) {
        writer.request("VERSION", c + path).header("Depth", "0").send().expect(200);
    }

    final void note(String path) {
        writer.request("PROPPATCH", c + path)
                .body("<D:propertyupdate xmlns:D=\"DAV:\"><D:set><D:prop><X:note xmlns:X=\"urn:x\">kept</X:note>"
                        + "</D:prop></D:set></D:propertyupdate>")
                .send()
                .expect(207);
    }

    final void delete(String path) {
        writer.request("DELETE", c + path).send().expect(204);
    }

    final void move(String from, String to) {
        writer.request("MOVE", c + from)
                .header("Destination", Dav.url(c + to))
                .send()
                .expect(201);
    }

    final void bind(String path, String revision) {
        writer.request("MKREF", c + path).header("Ref-Target", revision).send().expect(201);
    }

    final String revision(String path) {
        return match(REVISION, properties(path, "<D:revisionurl/>"));
    }

    final UUID resource(String path) {
        return UUID.fromString(match(RESOURCE, properties(path, "<D:resource-id/>")));
    }

    final String properties(String path, String properties) {
        return writer.request("PROPFIND", c + path)
                .header("Depth", "0")
                .body("<D:propfind xmlns:D=\"DAV:\"><D:prop>" + properties + "</D:prop></D:propfind>")
                .send()
                .expect(207)
                .text();
    }

    final String list(String path, String deleted) {
        return writer.request("PROPFIND", c + path)
                .header("Depth", "1")
                .header("Show-Deleted", deleted)
                .send()
                .expect(207)
                .text();
    }

    static String first(String revision) {
        return revision.replaceFirst("V[0-9]+", "V1");
    }

    static String match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}

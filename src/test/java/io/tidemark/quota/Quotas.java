package io.tidemark.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Tar;

/** Requests of those who set quotas, and of those who store. */
final class Quotas {
    private static final String LIMIT =
            "<D:propertyupdate xmlns:D='DAV:' xmlns:T='urn:tidemark:dav'><D:%1$s><D:prop><T:quota-limit-bytes>%2$s"
                    + "</T:quota-limit-bytes></D:prop></D:%1$s></D:propertyupdate>";
    private static final String USE =
            "<D:propfind xmlns:D='DAV:'><D:prop><D:quota-used-bytes/><D:quota-available-bytes/></D:prop></D:propfind>";

    private Quotas() {}

    static String collection(String path) {
        Dav.as("writer").request("MKCOL", path).send().expect(201);
        return path;
    }

    static Answer put(String path, int bytes) {
        return Dav.as("writer").put(path, "x".repeat(bytes)).send();
    }

    static void move(String from, String to) {
        move(from, to, 201);
    }

    static void move(String from, String to, int status) {
        Dav.as("writer")
                .request("MOVE", from)
                .header("Destination", Dav.url(to))
                .send()
                .expect(status);
    }

    static Answer copy(String from, String to) {
        return Dav.as("writer")
                .request("COPY", from)
                .header("Destination", Dav.url(to))
                .send();
    }

    static Answer tar(String collection, Tar archive) {
        return Dav.as("writer")
                .request("POST", collection)
                .header("Content-Type", "application/x-tar")
                .body(archive.bytes())
                .send();
    }

    static void limit(String collection, int bytes) {
        proppatch(Dav.as("admin"), collection, LIMIT.formatted("set", bytes));
    }

    static void noLimit(String collection) {
        proppatch(Dav.as("admin"), collection, LIMIT.formatted("remove", ""));
    }

    static void property(String path, String element) {
        proppatch(
                Dav.as("writer"),
                path,
                "<D:propertyupdate xmlns:D='DAV:'><D:set><D:prop>" + element + "</D:prop></D:set></D:propertyupdate>");
    }

    static void proppatch(Dav caller, String path, String body) {
        assertThat(caller.request("PROPPATCH", path)
                        .body(body)
                        .send()
                        .expect(207)
                        .text())
                .contains(" 200 ");
    }

    static void assertUse(String path, int used, int available) {
        assertThat(Dav.as("writer")
                        .request("PROPFIND", path)
                        .header("Depth", "0")
                        .body(USE)
                        .send()
                        .expect(207)
                        .text())
                .contains(">" + used + "</D:quota-used-bytes>", ">" + available + "</D:quota-available-bytes>");
    }
}

package io.tidemark.door;

import static io.tidemark.door.Place.WRITER;
import static io.tidemark.door.UnsafeRequest.ask;

import io.tidemark.door.UnsafeRequest.Prepared;
import io.tidemark.harness.Dav;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What goes back: folders, changes, files. */
final class HistoryWrites {

    private static final Pattern ID = Pattern.compile("<T:id>([^<]+)</T:id>");

    private HistoryWrites() {}

    static List<UnsafeRequest> all() {
        return List.of(
                ask("POST", "of a restore", place -> {
                            Instant then = Instant.now();
                            place.file("file");
                            return new Prepared(
                                    place.collection(),
                                    () -> post(
                                            place,
                                            "<T:restore xmlns:T='urn:tidemark:dav'><T:to><T:time>" + then
                                                    + "</T:time></T:to></T:restore>"));
                        })
                        .guarded(404),
                ask("POST", "of an undo", place -> {
                            place.file("file");
                            String change = newest(place.collection());
                            return new Prepared(
                                    place.collection(),
                                    () -> post(
                                            place,
                                            "<T:undo xmlns:T='urn:tidemark:dav'><T:change>" + change
                                                    + "</T:change></T:undo>"));
                        })
                        .guarded(404),
                ask("COPY", "of a revision onto its file", place -> {
                            String file = place.versioned("file");
                            WRITER.put(file, "another").send().expect(204);
                            return new Prepared(
                                    place.collection(),
                                    () -> WRITER.request("COPY", file)
                                            .header("Destination", file)
                                            .header("Revision-Id", "V1"));
                        })
                        .guarded(404));
    }

    private static Dav.Request post(Place place, String body) {
        return WRITER.request("POST", place.collection())
                .header("Content-Type", "application/xml")
                .body(body);
    }

    private static String newest(String collection) {
        String answer = WRITER.request("REPORT", collection)
                .body("<changes xmlns='urn:tidemark:dav'/>")
                .send()
                .expect(200)
                .text();
        Matcher id = ID.matcher(answer);
        if (!id.find()) {
            throw new AssertionError("Nothing has happened: " + answer);
        }
        return id.group(1);
    }
}

package io.tidemark.door;

import static io.tidemark.door.Place.WRITER;
import static io.tidemark.door.UnsafeRequest.ask;

import io.tidemark.door.UnsafeRequest.Prepared;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Tar;
import java.util.List;
import java.util.UUID;

/** The writes of uploads in several requests: what begins, adds to and ends one. */
final class UploadWrites {

    private static final String UPLOADS = "/dav/uploads/writer/";

    private UploadWrites() {}

    static List<UnsafeRequest> all() {
        return List.of(
                ask(
                                "PUT",
                                "that begins a resumable upload",
                                place -> new Prepared(place.collection(), () -> beginning(place.at("new"))))
                        .guarded(409),
                ask(
                                "POST",
                                "that begins a resumable import",
                                place -> new Prepared(place.collection(), () -> importing(place.collection())))
                        .but(Hindrance.HIDDEN, 404),
                ask("PATCH", "that ends the upload of an archive", place -> {
                            byte[] archive = new Tar().file("new", "content").bytes();
                            String upload = Place.location(importing(place.collection())
                                    .body(archive)
                                    .send()
                                    .expect(201));
                            return new Prepared(place.collection(), () -> end(upload, archive.length));
                        })
                        .guarded(404),
                ask("PATCH", "that ends the upload of a new file", place -> {
                            String upload = begun(place.at("new"));
                            return new Prepared(place.collection(), () -> end(upload, 3));
                        })
                        .guarded(409),
                ask("PATCH", "that ends the upload of a file under version control", place -> {
                            String upload = begun(place.versioned("file"));
                            return new Prepared(place.collection(), () -> end(upload, 3));
                        })
                        .guarded(409),
                ask("DELETE", "of a resumable upload", place -> {
                    String upload = begun(place.at("new"));
                    return new Prepared(place.collection(), () -> WRITER.request("DELETE", upload));
                }),
                ask("MKCOL", "of an upload in chunks", place -> {
                    String upload = UPLOADS + UUID.randomUUID() + "/";
                    return new Prepared(place.collection(), () -> WRITER.request("MKCOL", upload));
                }),
                ask("PUT", "of a chunk", place -> {
                    String upload = transfer();
                    return new Prepared(place.collection(), () -> WRITER.put(upload + "2", "chunk"));
                }),
                ask("MOVE", "of all chunks", place -> {
                            String upload = transfer();
                            return new Prepared(
                                    place.collection(),
                                    () -> WRITER.request("MOVE", upload + ".file")
                                            .header("Destination", Dav.url(place.at("new"))));
                        })
                        .guarded(409),
                ask("DELETE", "of a chunk", place -> {
                    String upload = transfer();
                    return new Prepared(place.collection(), () -> WRITER.request("DELETE", upload + "1"));
                }));
    }

    private static Dav.Request beginning(String file) {
        return WRITER.put(file, "abc").header("Upload-Complete", "?0");
    }

    private static String begun(String file) {
        return Place.location(beginning(file).send().expect(201));
    }

    private static Dav.Request importing(String collection) {
        return WRITER.request("POST", collection)
                .header("Content-Type", "application/x-tar")
                .header("Upload-Complete", "?0");
    }

    private static Dav.Request end(String upload, int offset) {
        return WRITER.request("PATCH", upload)
                .header("Content-Type", "application/partial-upload")
                .header("Upload-Offset", Integer.toString(offset))
                .header("Upload-Complete", "?1");
    }

    private static String transfer() {
        String upload = UPLOADS + UUID.randomUUID() + "/";
        WRITER.request("MKCOL", upload).send().expect(201);
        WRITER.put(upload + "1", "chunk").send().expect(201);
        return upload;
    }
}

package io.tidemark.door;

import static io.tidemark.door.Place.ADMIN;
import static io.tidemark.door.Place.WRITER;
import static io.tidemark.door.UnsafeRequest.ask;

import io.tidemark.door.UnsafeRequest.Prepared;
import java.util.List;

/** The writes of the versioning draft, and those of RFC 3253. */
final class VersionWrites {

    private static final String CHECKOUT = "<D:checkout xmlns:D='DAV:'/>";

    private VersionWrites() {}

    static List<UnsafeRequest> all() {
        return List.of(
                ask("VERSION", "of a file", place -> {
                            String file = place.file("file");
                            return new Prepared(place.collection(), () -> WRITER.request("VERSION", file));
                        })
                        .guarded(404),
                ask("VERSION", "of a collection and all below", place -> {
                            String folder = place.folder("folder/");
                            place.file("folder/file");
                            return new Prepared(
                                    place.collection(),
                                    () -> WRITER.request("VERSION", folder).header("Depth", "infinity"));
                        })
                        .guarded(404),
                ask("VERSION-CONTROL", "of a file", place -> {
                            String file = place.file("file");
                            return new Prepared(place.collection(), () -> WRITER.request("VERSION-CONTROL", file));
                        })
                        .guarded(404),
                ask("CHECKOUT", "of a revision", place -> {
                            String file = place.versioned("file");
                            return new Prepared(
                                    place.collection(),
                                    () -> WRITER.request("CHECKOUT", file).body(CHECKOUT));
                        })
                        .but(Hindrance.READ_ONLY, 403)
                        .but(Hindrance.HIDDEN, 404),
                ask("CHECKOUT", "in place", place -> {
                            String file = place.versioned("file");
                            return new Prepared(place.collection(), () -> WRITER.request("CHECKOUT", file));
                        })
                        .guarded(404),
                ask("CHECKIN", "of a working resource", place -> {
                            String working = checkedOut(place);
                            return new Prepared(place.collection(), () -> WRITER.request("CHECKIN", working));
                        })
                        .but(Hindrance.LOCK, 423)
                        .but(Hindrance.READ_ONLY, 403),
                ask("CHECKIN", "in place", place -> {
                            String file = checkedOutInPlace(place);
                            return new Prepared(place.collection(), () -> WRITER.request("CHECKIN", file));
                        })
                        .guarded(404),
                ask("UNCHECKOUT", "of a working resource", place -> {
                    String working = checkedOut(place);
                    return new Prepared(place.collection(), () -> WRITER.request("UNCHECKOUT", working));
                }),
                ask("UNCHECKOUT", "in place", place -> {
                            String file = checkedOutInPlace(place);
                            return new Prepared(place.collection(), () -> WRITER.request("UNCHECKOUT", file));
                        })
                        .guarded(404),
                ask("PUT", "to a working resource", place -> {
                    String working = checkedOut(place);
                    return new Prepared(place.collection(), () -> WRITER.put(working, "three"));
                }),
                ask("PUT", "to a revision that is thawed", place -> {
                            String file = place.versioned("file");
                            WRITER.request("THAW", file)
                                    .header("Revision-Id", "V1")
                                    .send()
                                    .expect(200);
                            String revision = place.revision(file, 1);
                            return new Prepared(place.collection(), () -> WRITER.put(revision, "another"));
                        })
                        .but(Hindrance.READ_ONLY, 403)
                        .but(Hindrance.HIDDEN, 403),
                ask("BRANCH", "of a revision", place -> {
                            String file = place.versioned("file");
                            return new Prepared(
                                    place.collection(),
                                    () -> WRITER.request("BRANCH", file)
                                            .header("Revision-Id", "V1")
                                            .body("<D:branch xmlns:D='DAV:'/>"));
                        })
                        .but(Hindrance.READ_ONLY, 403)
                        .but(Hindrance.HIDDEN, 404),
                ask("LABEL", "of a revision", place -> {
                            String file = place.versioned("file");
                            return new Prepared(
                                    place.collection(),
                                    () -> WRITER.request("LABEL", file)
                                            .body(
                                                    "<D:label xmlns:D='DAV:'><D:add><D:label-name>good</D:label-name></D:add></D:label>"));
                        })
                        .guarded(404),
                ask("LABEL", "of a collection and all below", place -> {
                            String folder = place.folder("folder/");
                            WRITER.request("VERSION", folder).send().expect(200);
                            place.file("folder/file");
                            return new Prepared(
                                    place.collection(),
                                    () -> WRITER.request("LABEL", folder)
                                            .header("Depth", "infinity")
                                            .body(
                                                    "<D:label xmlns:D='DAV:'><D:add><D:label-name>good</D:label-name></D:add></D:label>"));
                        })
                        .guarded(404),
                ask("UPDATE", "of a file", place -> {
                            String file = place.versioned("file");
                            String revision = place.revision(file, 1);
                            return new Prepared(
                                    place.collection(),
                                    () -> WRITER.request("UPDATE", file)
                                            .body("<D:update xmlns:D='DAV:'><D:version><D:href>" + revision
                                                    + "</D:href></D:version></D:update>"));
                        })
                        .guarded(404),
                ask("UPDATE", "of a collection and all below", place -> {
                            String folder = place.folder("folder/");
                            String file = place.versioned("folder/file");
                            WRITER.request("LABEL", file)
                                    .header("Revision-Id", "V1")
                                    .body(
                                            "<D:label xmlns:D='DAV:'><D:add><D:label-name>good</D:label-name></D:add></D:label>")
                                    .send()
                                    .expect(200);
                            return new Prepared(
                                    place.collection(),
                                    () -> WRITER.request("UPDATE", folder)
                                            .header("Depth", "infinity")
                                            .body(
                                                    "<D:update xmlns:D='DAV:'><D:label-name>good</D:label-name></D:update>"));
                        })
                        .guarded(404),
                ask("SETDEFAULT", "of a file", place -> {
                            String file = place.versioned("file");
                            return new Prepared(
                                    place.collection(),
                                    () -> WRITER.request("SETDEFAULT", file)
                                            .body("<D:setdefault xmlns:D='DAV:'><D:href>V1</D:href></D:setdefault>"));
                        })
                        .guarded(404),
                ask("FREEZE", "of a revision", place -> {
                            String file = place.versioned("file");
                            WRITER.request("THAW", file)
                                    .header("Revision-Id", "V1")
                                    .send()
                                    .expect(200);
                            return new Prepared(
                                    place.collection(),
                                    () -> WRITER.request("FREEZE", file).header("Revision-Id", "V1"));
                        })
                        .guarded(404),
                ask("THAW", "of a revision", place -> {
                            String file = place.versioned("file");
                            return new Prepared(
                                    place.collection(),
                                    () -> WRITER.request("THAW", file).header("Revision-Id", "V1"));
                        })
                        .guarded(404),
                ask("DESTROY", "of what is deleted", place -> {
                    String file = place.versioned("file");
                    String revision = place.revision(file, 1);
                    WRITER.request("DELETE", file).send().expect(204);
                    return new Prepared(place.collection(), () -> ADMIN.request("DESTROY", revision));
                }));
    }

    private static String checkedOut(Place place) {
        String file = place.versioned("file");
        return Place.location(
                WRITER.request("CHECKOUT", file).body(CHECKOUT).send().expect(201));
    }

    private static String checkedOutInPlace(Place place) {
        String file = place.versioned("file");
        WRITER.request("CHECKOUT", file).send().expect(200);
        return file;
    }
}

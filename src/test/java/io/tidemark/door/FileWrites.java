package io.tidemark.door;

import static io.tidemark.door.Place.WRITER;
import static io.tidemark.door.UnsafeRequest.ask;

import io.tidemark.door.UnsafeRequest.Prepared;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Tar;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The writes of RFC 4918, RFC 3744 and RFC 5842, and the import of archives. */
final class FileWrites {

    static final String LOCKINFO = "<D:lockinfo xmlns:D='DAV:'><D:lockscope><D:exclusive/></D:lockscope>"
            + "<D:locktype><D:write/></D:locktype></D:lockinfo>";

    private FileWrites() {}

    static List<UnsafeRequest> all() {
        return List.of(
                ask(
                                "PUT",
                                "of a new file",
                                place -> new Prepared(place.collection(), () -> WRITER.put(place.at("new"), "x")))
                        .guarded(409),
                ask("PUT", "over a file", place -> {
                            String file = place.file("file");
                            return new Prepared(place.collection(), () -> WRITER.put(file, "x"));
                        })
                        .guarded(409),
                ask("PUT", "over a file under version control", place -> {
                            String file = place.versioned("file");
                            return new Prepared(place.collection(), () -> WRITER.put(file, "x"));
                        })
                        .guarded(409),
                ask("PUT", "in a workspace that a header names", place -> {
                            String file = place.versioned("file");
                            String workspace = place.workspace();
                            return new Prepared(
                                    workspace,
                                    place.in(workspace),
                                    () -> WRITER.put(file, "x").header("Configuration-Id", workspace));
                        })
                        .guarded(404),
                ask(
                                "MKCOL",
                                "of a collection",
                                place -> new Prepared(
                                        place.collection(), () -> WRITER.request("MKCOL", place.at("new/"))))
                        .guarded(409),
                ask("DELETE", "of a file", place -> {
                            String file = place.file("file");
                            return new Prepared(place.collection(), () -> WRITER.request("DELETE", file));
                        })
                        .guarded(404),
                ask("DELETE", "of a collection", place -> {
                            String folder = place.folder("folder/");
                            place.file("folder/file");
                            return new Prepared(place.collection(), () -> WRITER.request("DELETE", folder));
                        })
                        .guarded(404),
                ask("COPY", "from a collection", place -> {
                            String file = place.file("file");
                            return new Prepared(
                                    place.collection(), () -> to("COPY", file, "/files/copy-" + UUID.randomUUID()));
                        })
                        .but(Hindrance.HIDDEN, 404),
                ask("COPY", "into a collection", place -> {
                            String file = new Place().file("file");
                            return new Prepared(place.collection(), () -> to("COPY", file, place.at("copy")));
                        })
                        .guarded(409),
                ask("COPY", "over a file", place -> {
                            String file = new Place().file("file");
                            String over = place.versioned("over");
                            return new Prepared(place.collection(), () -> to("COPY", file, over));
                        })
                        .guarded(409),
                ask("MOVE", "from a collection", place -> {
                            String file = place.file("file");
                            String elsewhere = new Place().collection();
                            return new Prepared(
                                    place.collection(), elsewhere, () -> to("MOVE", file, elsewhere + "moved"));
                        })
                        .guarded(404),
                ask("MOVE", "into a collection", place -> {
                            Place from = new Place();
                            String file = from.file("file");
                            return new Prepared(
                                    place.collection(), from.collection(), () -> to("MOVE", file, place.at("moved")));
                        })
                        .guarded(409),
                ask("MOVE", "over a file", place -> {
                            Place from = new Place();
                            String file = from.file("file");
                            String over = place.versioned("over");
                            return new Prepared(place.collection(), from.collection(), () -> to("MOVE", file, over));
                        })
                        .guarded(409),
                ask("BIND", "into a collection", place -> {
                            String file = new Place().file("file");
                            return new Prepared(
                                    place.collection(), () -> bind("BIND", place.collection(), "new", file));
                        })
                        .guarded(409),
                ask("BIND", "of what is in a collection", place -> {
                            String file = place.file("file");
                            String elsewhere = new Place().collection();
                            return new Prepared(
                                    place.collection(), elsewhere, () -> bind("BIND", elsewhere, "new", file));
                        })
                        .but(Hindrance.READ_ONLY, 403)
                        .but(Hindrance.HIDDEN, 409),
                ask("UNBIND", "from a collection", place -> {
                            place.file("file");
                            return new Prepared(
                                    place.collection(),
                                    () -> WRITER.request("UNBIND", place.collection())
                                            .body("<D:unbind xmlns:D='DAV:'><D:segment>file</D:segment></D:unbind>"));
                        })
                        .guarded(409),
                ask("REBIND", "into a collection", place -> {
                            Place from = new Place();
                            String file = from.file("file");
                            return new Prepared(
                                    place.collection(),
                                    from.collection(),
                                    () -> bind("REBIND", place.collection(), "new", file));
                        })
                        .guarded(409),
                ask("REBIND", "from a collection", place -> {
                            String file = place.file("file");
                            String elsewhere = new Place().collection();
                            return new Prepared(
                                    place.collection(), elsewhere, () -> bind("REBIND", elsewhere, "new", file));
                        })
                        .guarded(409),
                ask("MKREF", "in a collection", place -> {
                            String file = new Place().file("file");
                            return new Prepared(
                                    place.collection(),
                                    () -> WRITER.request("MKREF", place.at("new"))
                                            .header("Ref-Target", file));
                        })
                        .guarded(409),
                ask("MKREF", "to what is in a collection", place -> {
                            String file = place.file("file");
                            String elsewhere = new Place().at("new");
                            return new Prepared(
                                    place.collection(),
                                    () -> WRITER.request("MKREF", elsewhere).header("Ref-Target", file));
                        })
                        .but(Hindrance.READ_ONLY, 403)
                        .but(Hindrance.HIDDEN, 409),
                ask("DELREF", "in a collection", place -> {
                            String file = new Place().file("file");
                            WRITER.request("MKREF", place.at("new"))
                                    .header("Ref-Target", file)
                                    .send()
                                    .expect(201);
                            return new Prepared(place.collection(), () -> WRITER.request("DELREF", place.at("new")));
                        })
                        .guarded(404),
                ask(
                                "POST",
                                "of an archive",
                                place -> new Prepared(
                                        place.collection(),
                                        () -> WRITER.request("POST", place.collection())
                                                .header("Content-Type", "application/x-tar")
                                                .body(new Tar().file("new", "x").bytes())))
                        .guarded(404),
                ask("LOCK", "of a file", place -> {
                            String file = place.file("file");
                            return new Prepared(
                                    place.collection(),
                                    () -> WRITER.request("LOCK", file).body(LOCKINFO));
                        })
                        .guarded(409),
                ask(
                                "LOCK",
                                "of a name",
                                place -> new Prepared(
                                        place.collection(),
                                        () -> WRITER.request("LOCK", place.at("new"))
                                                .body(LOCKINFO)))
                        .guarded(409),
                ask("UNLOCK", "of a file", place -> {
                            String file = place.file("file");
                            String token = WRITER.request("LOCK", file)
                                    .body(LOCKINFO)
                                    .send()
                                    .expect(200)
                                    .header("Lock-Token")
                                    .orElseThrow();
                            return new Prepared(
                                    place.collection(),
                                    () -> WRITER.request("UNLOCK", file).header("Lock-Token", token));
                        })
                        .but(Hindrance.HIDDEN, 404),
                ask("ACL", "of a collection", place -> {
                            String folder = place.folder("folder/");
                            return new Prepared(
                                    place.collection(),
                                    () -> WRITER.request("ACL", folder).body("<D:acl xmlns:D='DAV:'/>"));
                        })
                        .guarded(404));
    }

    private static Dav.Request to(String method, String source, String destination) {
        return WRITER.request(method, source).header("Destination", Dav.url(destination));
    }

    private static Dav.Request bind(String method, String collection, String segment, String href) {
        String root = method.toLowerCase(Locale.ROOT);
        return WRITER.request(method, collection)
                .body("<D:" + root + " xmlns:D='DAV:'><D:segment>" + segment + "</D:segment><D:href>" + href
                        + "</D:href></D:" + root + ">");
    }
}

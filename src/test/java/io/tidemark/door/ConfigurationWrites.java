package io.tidemark.door;

import static io.tidemark.door.Place.ADMIN;
import static io.tidemark.door.Place.WRITER;
import static io.tidemark.door.Place.location;
import static io.tidemark.door.UnsafeRequest.ask;

import io.tidemark.door.UnsafeRequest.Prepared;
import io.tidemark.harness.Dav;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The writes of configurations, checkin sets and version maps, and those of app passwords. */
final class ConfigurationWrites {

    private static final String CONFIGURATIONS = "/configurations/";
    private static final String MAPS = "/maps/";
    private static final String APP_PASSWORDS = "/principals/app-passwords/writer/";

    private ConfigurationWrites() {}

    static List<UnsafeRequest> all() {
        return Stream.of(inTrees(), configurations()).flatMap(List::stream).toList();
    }

    private static List<UnsafeRequest> configurations() {
        return List.of(
                ask(
                        "MKCONFIG",
                        "of a workspace",
                        place -> new Prepared(
                                CONFIGURATIONS,
                                () -> WRITER.request("MKCONFIG", CONFIGURATIONS)
                                        .body("<D:createconfiguration xmlns:D='DAV:'><D:configurationtype>Workspace"
                                                + "</D:configurationtype></D:createconfiguration>"))),
                ask("DELETE", "of a workspace", place -> {
                            String workspace = place.workspace();
                            return new Prepared(workspace, CONFIGURATIONS, () -> WRITER.request("DELETE", workspace));
                        })
                        .guarded(404),
                ask("DELETE", "of revisions that were made in a workspace", place -> {
                            String file = place.versioned("file");
                            String workspace = place.workspace();
                            String own = place.in(workspace) + "file";
                            for (int i = 0; i < 3; i++) {
                                WRITER.put(own, "own " + i).send().expect(204);
                            }
                            return new Prepared(
                                    workspace,
                                    place.in(workspace),
                                    () -> WRITER.request("DELETE", workspace)
                                            .body("<D:condense xmlns:D='DAV:'><D:resource><D:href>" + file
                                                    + "</D:href><D:keep>1</D:keep></D:resource></D:condense>"));
                        })
                        .guarded(404),
                ask(
                        "SETDEFAULT",
                        "of the default configuration",
                        place -> new Prepared(
                                CONFIGURATIONS,
                                () -> ADMIN.request("SETDEFAULT", CONFIGURATIONS)
                                        .body("<D:setdefault xmlns:D='DAV:'><D:none/></D:setdefault>"))),
                ask("COPY", "to a configuration", place -> {
                            String workspace = place.workspace();
                            String file = place.versioned("file");
                            return new Prepared(
                                    workspace,
                                    () -> WRITER.request("COPY", file).header("Target-Configuration", workspace));
                        })
                        .but(Hindrance.LOCK, 423)
                        .but(Hindrance.READ_ONLY, 403),
                ask("MKREF", "in a workspace", place -> {
                            String file = place.versioned("file");
                            String workspace = Place.configuration(ADMIN, "Workspace", "");
                            return new Prepared(
                                    workspace,
                                    () -> WRITER.request("MKREF", place.in(workspace) + "file")
                                            .header("Ref-Target", file));
                        })
                        .guarded(403),
                ask("MKCHECKINSET", "of a set", place -> {
                    String sets = "/checkinsets/default/";
                    return new Prepared(sets, () -> WRITER.request("MKCHECKINSET", sets + "door-" + UUID.randomUUID()));
                }),
                ask("DELETE", "of a checkin set", place -> {
                    String set = checkinSet();
                    return new Prepared("/checkinsets/default/", set, () -> WRITER.request("DELETE", set));
                }),
                ask(
                        "MKMAP",
                        "of a configuration",
                        place -> new Prepared(
                                MAPS,
                                () -> WRITER.request("MKMAP", MAPS + "door-" + UUID.randomUUID())
                                        .body("<D:configurationmap xmlns:D='DAV:'/>"))),
                ask("MKMAP", "of a file", place -> {
                            String file = place.versioned("file");
                            return new Prepared(
                                    place.collection(),
                                    MAPS,
                                    () -> WRITER.request("MKMAP", MAPS + "door-" + UUID.randomUUID())
                                            .body(
                                                    "<D:revisionmap xmlns:D='DAV:'><D:href>" + file
                                                            + "</D:href><D:mapstyle><D:branchmap/></D:mapstyle></D:revisionmap>"));
                        })
                        .but(Hindrance.HIDDEN, 409),
                ask("DELETE", "of a map", place -> {
                    String map = MAPS + "door-" + UUID.randomUUID();
                    WRITER.request("MKMAP", map)
                            .body("<D:configurationmap xmlns:D='DAV:'/>")
                            .send()
                            .expect(201);
                    return new Prepared(MAPS, () -> WRITER.request("DELETE", map));
                }),
                ask(
                        "POST",
                        "of an app password",
                        place -> new Prepared(
                                APP_PASSWORDS,
                                () -> WRITER.request("POST", APP_PASSWORDS)
                                        .header("Content-Type", "application/xml")
                                        .body(appPassword()))),
                ask("DELETE", "of an app password", place -> {
                    String password = location(WRITER.request("POST", APP_PASSWORDS)
                            .header("Content-Type", "application/xml")
                            .body(appPassword())
                            .send()
                            .expect(201));
                    return new Prepared(APP_PASSWORDS, () -> WRITER.request("DELETE", password));
                }));
    }

    /** What is done in the tree of a workspace, to a file that it has by itself. */
    private static List<UnsafeRequest> inTrees() {
        return List.of(
                inTree("PUT", tree -> WRITER.put(tree + "file", "x")).guarded(403),
                inTree("MKCOL", tree -> WRITER.request("MKCOL", tree + "new/")).guarded(403),
                inTree("DELETE", tree -> WRITER.request("DELETE", tree + "file"))
                        .guarded(404),
                inTree("DELREF", tree -> WRITER.request("DELREF", tree + "file"))
                        .guarded(404),
                inTree(
                                "MOVE",
                                tree -> WRITER.request("MOVE", tree + "file")
                                        .header("Destination", Dav.url(tree + "moved")))
                        .guarded(404),
                inTree("PROPPATCH", tree -> PropertyWrites.proppatch(WRITER, tree + "file", PropertyWrites.DEAD, "x"))
                        .guarded(404),
                inTree(
                                "SETDEFAULT",
                                tree -> WRITER.request("SETDEFAULT", tree + "file")
                                        .body("<D:setdefault xmlns:D='DAV:'><D:href>V1</D:href></D:setdefault>"))
                        .guarded(404),
                inTree(
                                "CHECKOUT",
                                tree -> WRITER.request("CHECKOUT", tree + "file")
                                        .body("<D:checkout xmlns:D='DAV:'/>"))
                        .but(Hindrance.READ_ONLY, 403)
                        .but(Hindrance.HIDDEN, 404),
                inTree("LOCK", tree -> WRITER.request("LOCK", tree + "file").body(FileWrites.LOCKINFO))
                        .guarded(403));
    }

    private static UnsafeRequest inTree(String method, Function<String, Dav.Request> request) {
        return ask(method, "in a workspace", place -> {
            place.versioned("file");
            String workspace = place.workspace();
            String tree = place.in(workspace);
            WRITER.put(tree + "file", "own").send().expect(204);
            return new Prepared(workspace, tree, () -> request.apply(tree));
        });
    }

    /** A set of the files' own checkins, which is open. */
    static String checkinSet() {
        return location(WRITER.request("MKCHECKINSET", "/checkinsets/default/door-" + UUID.randomUUID())
                .send()
                .expect(201));
    }

    private static String appPassword() {
        return "<T:app-password xmlns:T='urn:tidemark:dav'><T:name>door</T:name></T:app-password>";
    }
}

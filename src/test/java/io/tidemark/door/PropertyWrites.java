package io.tidemark.door;

import static io.tidemark.door.Place.ADMIN;
import static io.tidemark.door.Place.WRITER;
import static io.tidemark.door.UnsafeRequest.ask;
import static java.util.Map.entry;

import io.tidemark.door.UnsafeRequest.Prepared;
import io.tidemark.harness.Dav;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** PROPPATCH of every property that can be set, and of one that the server knows nothing of. */
final class PropertyWrites {

    static final String DEAD = "{urn:example:door}dead";

    /** What each is set to on a file with two revisions. */
    private static final Map<String, String> ON_FILES = Map.ofEntries(
            entry(DEAD, "value"),
            entry("{DAV:}auto-version", "<D:checkout-unlocked-checkin xmlns:D='DAV:'/>"),
            entry("{DAV:}canthaw", "0"),
            entry("{DAV:}comment", "a comment"),
            entry("{DAV:}checkin-fork", "<D:forbidden xmlns:D='DAV:'/>"),
            entry("{DAV:}checkout-fork", "<D:discouraged xmlns:D='DAV:'/>"),
            entry("{DAV:}displayname", "a name"),
            entry("{DAV:}getcontentlanguage", "de"),
            entry("{DAV:}maxrevisions", "5"),
            entry("{DAV:}mergedfrom", "V1"),
            entry("{DAV:}mergedto", "V1"),
            entry("{DAV:}revisioncomment", "a comment"),
            entry("{DAV:}revisionlabel", "good"),
            entry("{urn:tidemark:dav}retention", "<T:session xmlns:T='urn:tidemark:dav'>PT1H</T:session>"));

    private static final Map<String, UnsafeRequest> ELSEWHERE = Map.of(
            "{DAV:}closed",
                    ask("PROPPATCH", "{DAV:}closed", place -> {
                        String set = ConfigurationWrites.checkinSet();
                        return new Prepared(set, () -> proppatch(WRITER, set, "{DAV:}closed", "1"));
                    }),
            "{DAV:}selectionrule",
                    ask("PROPPATCH", "{DAV:}selectionrule", place -> {
                                String dynamic = Place.configuration(ADMIN, "Dynamic", "");
                                return new Prepared(
                                        dynamic,
                                        () -> proppatch(
                                                WRITER,
                                                dynamic,
                                                "{DAV:}selectionrule",
                                                "<D:basicrsr xmlns:D='DAV:'><D:label>good</D:label></D:basicrsr>"));
                            })
                            .guarded(404),
            "{urn:tidemark:dav}hold",
                    ask("PROPPATCH", "{urn:tidemark:dav}hold", place -> {
                                String folder = place.folder("folder/");
                                return new Prepared(
                                        place.collection(),
                                        () -> proppatch(ADMIN, folder, "{urn:tidemark:dav}hold", "a case"));
                            })
                            .but(Hindrance.LOCK, 423),
            "{urn:tidemark:dav}quota-limit-bytes",
                    ask(
                                    "PROPPATCH",
                                    "{urn:tidemark:dav}quota-limit-bytes",
                                    place -> new Prepared(
                                            place.collection(),
                                            () -> proppatch(
                                                    ADMIN,
                                                    place.collection(),
                                                    "{urn:tidemark:dav}quota-limit-bytes",
                                                    "1000000")))
                            .but(Hindrance.LOCK, 423),
            "{urn:tidemark:dav}sync-boundary",
                    ask("PROPPATCH", "{urn:tidemark:dav}sync-boundary", place -> {
                                String folder = place.folder("folder/");
                                return new Prepared(
                                        place.collection(),
                                        () -> proppatch(WRITER, folder, "{urn:tidemark:dav}sync-boundary", "1"));
                            })
                            .guarded(404));

    private PropertyWrites() {}

    /** The live properties that are tried. */
    static Set<String> names() {
        var names = new TreeSet<>(ON_FILES.keySet());
        names.addAll(ELSEWHERE.keySet());
        names.remove(DEAD);
        return names;
    }

    static List<UnsafeRequest> all() {
        var all = new ArrayList<>(ELSEWHERE.values());
        new TreeMap<>(ON_FILES).forEach((name, value) -> all.add(onFile(name, value)));
        return all;
    }

    private static UnsafeRequest onFile(String name, String value) {
        return ask("PROPPATCH", name, place -> {
                    String file = place.versioned("file");
                    return new Prepared(place.collection(), () -> proppatch(WRITER, file, name, value));
                })
                .guarded(404);
    }

    /** A request that sets a property to what may be markup. */
    static Dav.Request proppatch(Dav caller, String url, String name, String value) {
        String namespace = name.substring(1, name.indexOf('}'));
        String local = name.substring(name.indexOf('}') + 1);
        return caller.request("PROPPATCH", url)
                .body("<D:propertyupdate xmlns:D='DAV:'><D:set><D:prop><P:" + local + " xmlns:P='" + namespace + "'>"
                        + value + "</P:" + local + "></D:prop></D:set></D:propertyupdate>");
    }
}
